// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: '6d91a1fedaf74a199e63e0bcc3bd11beda9c065c80d6c960338750fa140b7cb0' } as const;
