// @ts-check

/**
 * `x-oms-known-values` lists values that the docs name of an open set of strings: no value twice, and the same as an
 * `enum` beside it. The list that has one event has all events of the spec.
 * @type {import('./rule.ts').Rule}
 */
export const knownValues = () => {
  /** @type {Set<string>} */
  const events = new Set();
  /** @type {{ values: unknown[], at: import('./rule.ts').Location }[]} */
  const lists = [];
  return {
    Schema(schema, { location, report }) {
      const values = schema['x-oms-known-values'];
      if (values === undefined) return;
      const at = location.child('x-oms-known-values');
      const isList = Array.isArray(values) && values.length > 0 && new Set(values).size === values.length;
      if (!isList || schema['type'] !== 'string') {
        report({ message: 'x-oms-known-values lists different texts, on a string.', location: at });
        return;
      }
      lists.push({ values, at });
      if (schema['enum'] === undefined || String(schema['enum']) === String(values)) return;
      report({ message: 'x-oms-known-values and enum differ.', location: at });
    },
    WebhooksMap(webhooks) {
      for (const name of Object.keys(webhooks)) events.add(name);
    },
    Root: {
      leave(_root, { report }) {
        for (const { values, at } of lists) {
          const missing = [...events].filter((name) => !values.includes(name));
          if (missing.length === 0 || missing.length === events.size) continue;
          report({ message: `Events of this spec are missing: ${missing.join(', ')}.`, location: at });
        }
      },
    },
  };
};
