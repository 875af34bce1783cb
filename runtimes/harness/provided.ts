let values: Readonly<Record<string, unknown>> = {};

/** Sets what `inject` gives to the tests. */
export function provide(given: Readonly<Record<string, unknown>>): void {
  values = given;
}

/** A value from outside, as vitest's `inject`. */
export function inject(name: string): unknown {
  if (!(name in values)) throw new Error(`Nothing is provided under the name ${name}.`);
  return values[name];
}
