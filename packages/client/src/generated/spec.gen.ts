// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: 'c8a9badc7ffc09fb5115c16bcd1a42b50ff5121e39887e51711ec0f6ab3556a7' } as const;
