// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: 'bbd35f2eeabf94a4ba9bb823bfca2d096a3711782196b1485fb18b49c6f75e08' } as const;
