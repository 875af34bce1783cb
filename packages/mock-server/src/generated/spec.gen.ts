// Generated from openapi/ by `npm run generate`. Do not edit.

/** The spec this package was built from: its version and the SHA-256 of the bundled `openapi.json`. */
export const spec = { version: "0.9.0", sha256: '0a43d2bde2d7594e7f7e052b174cbbef067afb990db0fd95882e2ff7f42fff2f' } as const;
