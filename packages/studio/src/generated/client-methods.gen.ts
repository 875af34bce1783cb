// Generated from openapi/ by `npm run generate`. Do not edit.

/** The method of the client that calls an operation. Its arguments are the path parameters, then the body or the query. */
export const methods: Readonly<Record<string, string>> = {
  "createToken": "auth.createToken",
  "listCustomers": "customers.list",
  "createCustomer": "customers.create",
  "getCustomer": "customers.get",
  "updateCustomer": "customers.update",
  "deleteCustomer": "customers.delete",
  "listWallets": "wallets.list",
  "createWallet": "wallets.create",
  "getWallet": "wallets.get",
  "getWalletBalance": "wallets.getBalance",
  "listWebhookEndpoints": "webhookEndpoints.list",
  "createWebhookEndpoint": "webhookEndpoints.create",
  "getWebhookEndpoint": "webhookEndpoints.get",
  "updateWebhookEndpoint": "webhookEndpoints.update",
  "deleteWebhookEndpoint": "webhookEndpoints.delete",
  "listExternalAccountSchemas": "externalAccounts.listSchemas",
  "createExternalAccount": "externalAccounts.create"
};
