// @ts-check

/**
 * Every server says which environment it is, and no two say the same: the client finds its base URLs by these names.
 * @type {import('./rule.ts').Rule}
 */
export const serverEnvironment = () => {
  /** @type {Set<unknown>} */
  const seen = new Set();
  return {
    Server(server, { location, report }) {
      const environment = server['x-oms-environment'];
      if (environment !== 'sandbox' && environment !== 'production') {
        report({
          message: 'This server needs x-oms-environment: sandbox or production.',
          location: location.key(),
        });
      } else if (seen.has(environment)) {
        report({
          message: `x-oms-environment ${environment} is taken.`,
          location: location.child('x-oms-environment'),
        });
      }
      seen.add(environment);
    },
  };
};
