let values: Readonly<Record<string, unknown>> = {};

/** Sets the values that `inject` returns. */
export function provide(given: Readonly<Record<string, unknown>>): void {
  values = given;
}

/** A provided value, like `inject` of vitest. Throws when there is none of that name. */
export function inject(name: string): unknown {
  if (!(name in values)) throw new Error(`Nothing is provided under the name ${name}.`);
  return values[name];
}
