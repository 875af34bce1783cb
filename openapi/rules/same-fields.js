// @ts-check

/** Fields that mean the same wherever they stand: the page of a list, and what a wallet holds. */
const shared = ['hasMore', 'cursor', 'asset', 'chain'];

/**
 * Some fields stand in several schemas instead of behind a `$ref`, because readers and tools follow few references
 * gladly. Marks aside, their copies are equal.
 * @type {import('./rule.ts').Rule}
 */
export const sameFields = () => {
  /** @type {Map<string, string>} */
  const first = new Map();
  return {
    Schema(schema, { location, report }) {
      for (const [name, property] of Object.entries(Object(schema['properties']))) {
        if (!shared.includes(name)) continue;
        const text = JSON.stringify(withoutMarks(property));
        const other = first.get(name) ?? text;
        first.set(name, other);
        if (text === other) continue;
        report({
          message: `${name} differs from the ${name} of another schema. Copy it from there, marks aside.`,
          location: location.child(['properties', name]),
        });
      }
    },
  };
};

/** @param {Record<string, unknown>} property */
function withoutMarks(property) {
  const marks = ['x-oms-confidence', 'x-oms-confidence-of', 'x-oms-curation', 'x-oms-source'];
  return Object.fromEntries(Object.entries(property).filter(([key]) => !marks.includes(key)));
}
