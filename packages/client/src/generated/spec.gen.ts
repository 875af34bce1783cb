// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: 'd5b75b7eee8e6bf7e4c252af9a0603fded1a8b62397778e7ed667fbceff09906' } as const;
