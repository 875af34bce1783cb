// @ts-check

/**
 * Every `pattern` and every key of `patternProperties` is a regular expression that compiles with the `u` flag. A
 * validator that meets another one silently checks nothing.
 * @type {import('./rule.ts').Rule}
 */
export const patternCompiles = () => ({
  Schema(schema, { location, report }) {
    const pattern = schema['pattern'];
    const places = [
      ...(pattern === undefined ? [] : [{ source: pattern, at: location.child('pattern') }]),
      ...Object.keys(schema['patternProperties'] ?? {}).map((source) => ({
        source,
        at: location.child(['patternProperties', source]).key(),
      })),
    ];
    for (const { source, at } of places) {
      const reason = reasonAgainst(source);
      if (reason === undefined) continue;
      report({ message: `This regular expression does not compile: ${reason}. Fix it.`, location: at });
    }
  },
});

/** @param {unknown} source */
function reasonAgainst(source) {
  if (typeof source !== 'string') return 'it is not a string';
  try {
    new RegExp(source, 'u');
    return undefined;
  } catch (error) {
    return String(error).replace(/^.*\/u?: /, '');
  }
}
