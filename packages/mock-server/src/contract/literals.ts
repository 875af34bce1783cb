const literals: Readonly<Record<string, RegExp>> = {
  integer: /^-?(?:0|[1-9][0-9]*)$/,
  number: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/,
  boolean: /^(?:true|false)$/,
  null: /^null$/,
};

/** Tells whether a text is the plain spelling of a value of one of the JSON types. */
export function isLiteral(text: string, types: readonly string[]): boolean {
  if (types.length === 0) return true;
  return types.some((type) => literals[type]?.test(text) ?? true);
}

/** The JSON value a text stands for, going by the types it may have. */
export function fromLiteral(text: string, types: readonly string[]): unknown {
  const isPlain = types.some((type) => literals[type]?.test(text) === true);
  return isPlain ? (JSON.parse(text) as unknown) : text;
}
