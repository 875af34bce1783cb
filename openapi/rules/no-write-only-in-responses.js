// @ts-check

/**
 * A property that is writeOnly anywhere is on no schema that a response or an event can carry.
 * @type {import('./rule.ts').Rule}
 */
export const noWriteOnlyInResponses = () => {
  /** @type {Set<string>} */
  const writeOnly = new Set();
  /** @type {Map<string, Map<string, import('./rule.ts').Location>>} */
  const readable = new Map();

  /** @type {import('./rule.ts').Visit} */
  const collectWriteOnly = (schema, { resolve }) => {
    for (const [name, property] of Object.entries(schema?.['properties'] ?? {})) {
      const target = property?.$ref ? resolve(property).node : property;
      if (property?.writeOnly || target?.['writeOnly']) writeOnly.add(name);
    }
  };
  /** @type {import('./rule.ts').Visit} */
  const collectReadable = (schema, { location }) => {
    for (const name of Object.keys(schema?.['properties'] ?? {})) {
      const place = location.child(['properties', name]);
      const places = readable.get(name) ?? new Map();
      readable.set(name, places.set(JSON.stringify(place), place));
    }
  };

  return {
    Schema: collectWriteOnly,
    Response: { Schema: collectReadable },
    WebhooksMap: { Schema: collectReadable },
    Root: {
      leave(_root, { report }) {
        for (const name of writeOnly) {
          for (const location of readable.get(name)?.values() ?? []) {
            report({
              message: `${name} is writeOnly in a request and must not come back. Give the response a schema of its own without it.`,
              location,
            });
          }
        }
      },
    },
  };
};
