import type { Store } from '../store.js';

interface CustomerPickerProps {
  readonly store: Store;
  readonly value: string;
  readonly choose: (id: string) => void;
  /** What the choice of none is called, where there is one. */
  readonly none?: string;
}

/** Chooses one of the customers. */
export function CustomerPicker({ store, value, choose, none }: CustomerPickerProps) {
  return (
    <label>
      Customer{' '}
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {store.shown.customers.map(({ id, externalId }) => (
          <option key={id} value={id}>
            {id}
            {externalId ? ` (${externalId})` : ''}
          </option>
        ))}
      </select>
    </label>
  );
}
