// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: '5e0b7eb1a3a161fea8975987d2e5a0a01c0774b89d69551639f51b51030036d5' } as const;
