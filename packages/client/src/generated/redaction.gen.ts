// Generated from openapi/ by `npm run generate`. Do not edit.

/** Properties that are taken in and never given back: identity data and secrets. */
export const writeOnlyNames: readonly string[] = [
  "apiSecret",
  "birthDate",
  "identifyingInformation",
  "ipAddress",
  "residentialAddress"
];
