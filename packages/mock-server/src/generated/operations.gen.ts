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

/** The JSON body of a request: its fields by what each may be, such as `text` or `list or null`. */
interface RequestBody {
  readonly isRequired: boolean;
  readonly fields: Readonly<Record<string, string>>;
  /** Names of the fields that it cannot be without. */
  readonly required: readonly string[];
}

/** The bodies of the operations that take one. */
export const bodies: Readonly<Record<string, RequestBody>> = {
  "createToken": {
    "isRequired": true,
    "fields": {
      "apiKey": "text",
      "apiSecret": "text"
    },
    "required": [
      "apiKey",
      "apiSecret"
    ]
  },
  "createCustomer": {
    "isRequired": true,
    "fields": {
      "type": "text",
      "firstName": "text",
      "middleName": "text",
      "lastName": "text",
      "email": "text",
      "phone": "text",
      "birthDate": "text",
      "nationality": "text",
      "ipAddress": "text",
      "externalId": "text",
      "signedAgreement": "boolean",
      "residentialAddress": "object",
      "identifyingInformation": "list",
      "endorsements": "list",
      "metadata": "object"
    },
    "required": [
      "type"
    ]
  },
  "updateCustomer": {
    "isRequired": true,
    "fields": {
      "firstName": "text",
      "middleName": "text",
      "lastName": "text",
      "email": "text",
      "phone": "text",
      "birthDate": "text",
      "nationality": "text",
      "ipAddress": "text",
      "externalId": "text",
      "signedAgreement": "boolean",
      "residentialAddress": "object",
      "identifyingInformation": "list",
      "endorsements": "list",
      "metadata": "object"
    },
    "required": []
  },
  "createWallet": {
    "isRequired": true,
    "fields": {
      "asset": "text",
      "chain": "text"
    },
    "required": [
      "asset",
      "chain"
    ]
  },
  "createWebhookEndpoint": {
    "isRequired": true,
    "fields": {
      "url": "text",
      "events": "list",
      "enabled": "boolean"
    },
    "required": [
      "url"
    ]
  },
  "updateWebhookEndpoint": {
    "isRequired": true,
    "fields": {
      "url": "text",
      "events": "list",
      "enabled": "boolean"
    },
    "required": []
  },
  "createExternalAccount": {
    "isRequired": true,
    "fields": {
      "type": "text",
      "network": "text",
      "owner": "object",
      "bankDetails": "object"
    },
    "required": [
      "type",
      "network",
      "owner",
      "bankDetails"
    ]
  }
};

/** Operations that need an `Idempotency-Key` header. */
export const operationsWithKey: readonly string[] = [
  "createCustomer",
  "createWallet",
  "createWebhookEndpoint"
];
