interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Values with what they are called, in their order. */
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly choose: (value: string) => void;
}

/** Chooses one of several. */
export function Choice({ label, value, options, choose }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Values that are called what they are. */
export const asNamed = (values: readonly string[]) => values.map((value) => [value, value] as const);
