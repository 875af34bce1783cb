// Generated from openapi/ by `npm run generate`. Do not edit.

/** Base URLs of the environments. */
export const servers = {
  "sandbox": "https://sandbox-api.polygon.technology/v0.9",
  "production": "https://api.polygon.technology/v0.9"
} as const;

/** Path templates of the POST operations that the spec describes without an `Idempotency-Key` header. */
export const postsWithoutIdempotencyKey: readonly string[] = [
  "/auth/token"
];

/** Path templates of the DELETE operations whose response has a body, so never status 204. */
export const deletesWithBody: readonly string[] = [
  "/customers/{customerId}"
];

/** Operations that take no bearer token. */
export const operationsWithoutToken: readonly string[] = [
  "POST /auth/token"
];
