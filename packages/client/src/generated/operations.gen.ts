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

/** Operations whose successful response has a body, so never status 204. */
export const operationsWithBody: readonly string[] = [
  "POST /auth/token",
  "GET /customers",
  "POST /customers",
  "GET /customers/{customerId}",
  "PATCH /customers/{customerId}",
  "DELETE /customers/{customerId}",
  "GET /customers/{id}/wallets",
  "POST /customers/{id}/wallets",
  "GET /wallets/{id}",
  "GET /wallets/{id}/balance",
  "GET /webhooks",
  "POST /webhooks",
  "GET /webhooks/{id}",
  "PATCH /webhooks/{id}",
  "GET /external-accounts/schemas",
  "POST /customers/{id}/external-accounts"
];

/** Operations that take no bearer token. */
export const operationsWithoutToken: readonly string[] = [
  "POST /auth/token"
];
