// @ts-check

/**
 * Every property has a description, and every one that holds a text, number or boolean, or a list of them, an example:
 * editors, reference pages and tools that read the spec live on them.
 * @type {import('./rule.ts').Rule}
 */
export const propertiesDocumented = () => ({
  Schema(schema, { location, report, resolve }) {
    for (const [name, value] of Object.entries(Object(schema['properties']))) {
      const property = Object(value);
      const target = property.$ref === undefined ? property : { ...resolve(property).node, ...property };
      const at = location.child(['properties', name]).key();
      if (!target.description) report({ message: `${name} has no description.`, location: at });
      if (needsExample(target) && !(target.examples?.length > 0))
        report({ message: `${name} has no example. Add one under examples.`, location: at });
    }
  },
});

/** @param {Record<string, any>} property */
function needsExample({ type, items, const: constant }) {
  if (constant !== undefined) return false;
  const types = [type].flat();
  const isList = types.includes('array') && items?.type === 'string';
  return isList || ['string', 'number', 'integer', 'boolean'].some((one) => types.includes(one));
}
