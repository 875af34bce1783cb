// @ts-check

/**
 * Every request and response body has a named example: docs, mock server and tests live on them.
 * @type {import('./rule.ts').Rule}
 */
export const examplesPresent = () => ({
  MediaType(mediaType, { key, location, report }) {
    if (Object.keys(mediaType['examples'] ?? {}).length > 0) return;
    report({
      message: `The ${key} body has no named example. Add a file to examples/ and name it under examples here.`,
      location: location.key(),
    });
  },
});
