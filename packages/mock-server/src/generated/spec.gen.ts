// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: 'ef48da40a459606141e1cbcf387877a7b18f33517312308eae7b719b0b7e3730' } as const;
