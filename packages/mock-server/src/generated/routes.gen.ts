// Generated from openapi/ by `npm run generate`. Do not edit.

/** Method and path template of each operation. */
export const routes = {
  "createToken": "POST /auth/token",
  "listCustomers": "GET /customers",
  "createCustomer": "POST /customers",
  "getCustomer": "GET /customers/{customerId}",
  "updateCustomer": "PATCH /customers/{customerId}",
  "deleteCustomer": "DELETE /customers/{customerId}",
  "listWallets": "GET /customers/{id}/wallets",
  "createWallet": "POST /customers/{id}/wallets",
  "getWallet": "GET /wallets/{id}",
  "getWalletBalance": "GET /wallets/{id}/balance",
  "listWebhookEndpoints": "GET /webhooks",
  "createWebhookEndpoint": "POST /webhooks",
  "getWebhookEndpoint": "GET /webhooks/{id}",
  "updateWebhookEndpoint": "PATCH /webhooks/{id}",
  "deleteWebhookEndpoint": "DELETE /webhooks/{id}",
  "listExternalAccountSchemas": "GET /external-accounts/schemas",
  "createExternalAccount": "POST /customers/{id}/external-accounts"
} as const;
