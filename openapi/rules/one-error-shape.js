// @ts-check
const errorSchema = /\/ApiErrorBody(\.yaml)?$/;

/**
 * Every 4xx and 5xx response has the body ApiErrorBody, and no operation hides others behind `default`.
 * @type {import('./rule.ts').Rule}
 */
export const oneErrorShape = () => ({
  Paths: {
    Responses(responses, { location, report, resolve }) {
      for (const [status, response] of Object.entries(responses)) {
        const at = location.child(status).key();
        if (status === 'default') {
          report({
            message: 'A default response hides which errors there are. Declare each status.',
            location: at,
          });
        } else if (/^[45]/.test(status) && !errorSchema.test(errorRef(resolve(response).node))) {
          report({
            message: `The ${status} response does not use ApiErrorBody. Point at one of the files in responses/.`,
            location: at,
          });
        }
      }
    },
  },
});

/** @param {any} response */
function errorRef(response) {
  return response?.content?.['application/json']?.schema?.$ref ?? '';
}
