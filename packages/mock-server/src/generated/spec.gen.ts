// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: 'c206bdb395305b03bf4fec3279288356576ffdfee0b8302d09d08f4a003fa687' } as const;
