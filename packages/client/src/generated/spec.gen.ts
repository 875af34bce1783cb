// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: '7fd05fe957b90578295dd1bf4c729bda40e4e2ba3454fdd7002a6d27010548be' } as const;
