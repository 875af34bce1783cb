// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: '47d53d5dfbc7f2d7e013238691c161e7865a66c7978bef47d7649eb2f42dd7c8' } as const;
