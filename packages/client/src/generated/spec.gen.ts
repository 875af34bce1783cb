// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: 'ee9cfe59bc838f7c394c4d8a86c249c7d9d23e5a5f13d9b800709a41dc936644' } as const;
