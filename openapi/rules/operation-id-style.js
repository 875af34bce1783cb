// @ts-check
const style = /^(create|get|list|update|delete|receive)([A-Z][a-z0-9]+)+$/;

/**
 * Every operation has a unique operationId, a verb and a noun in camelCase. `receive` is the verb of webhooks.
 * @type {import('./rule.ts').Rule}
 */
export const operationIdStyle = () => {
  /** @type {Set<unknown>} */
  const seen = new Set();
  return {
    Operation(operation, { location, report }) {
      const id = operation['operationId'];
      const at = location.child('operationId');
      if (typeof id !== 'string') {
        report({
          message: 'This operation has no operationId. Add one such as getCustomer.',
          location: location.key(),
        });
      } else if (!style.test(id)) {
        report({
          message: `operationId ${id} is not a known verb and a noun. Begin with create, get, list, update or delete (receive for webhooks), then UpperCamelCase.`,
          location: at,
        });
      } else if (seen.has(id)) {
        report({ message: `operationId ${id} is taken. Choose another noun.`, location: at });
      }
      seen.add(id);
    },
  };
};
