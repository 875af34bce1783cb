// Generated from openapi/ by `npm run generate`. Do not edit.

/** The version in package.json. */
export const packageVersion = '0.0.0';
