// Generated from openapi/ by `npm run generate`. Do not edit.

/**
 * What a value may look like: `0` anything, a text the name of a shape, a list the values of an enum, `{ items }` a
 * list, `{ fields }` an object.
 */
export type Shape =
  | 0
  | string
  | readonly string[]
  | { readonly items: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

/** Shapes by the name of their schema. */
export const shapes: Readonly<Record<string, Shape>> = {
  "Token": {
    "fields": {
      "accessToken": 0,
      "tokenType": [
        "bearer"
      ],
      "expiresIn": 0,
      "expiresAt": 0
    }
  },
  "ApiErrorBody": {
    "fields": {
      "code": 0,
      "message": 0,
      "requestId": 0,
      "details": {
        "items": "ApiErrorDetail"
      }
    }
  },
  "ApiErrorDetail": {
    "fields": {
      "location": 0,
      "code": 0,
      "message": 0
    }
  },
  "CustomerList": {
    "fields": {
      "data": {
        "items": "Customer"
      },
      "hasMore": 0,
      "cursor": 0
    }
  },
  "Customer": {
    "fields": {
      "id": 0,
      "object": 0,
      "type": [
        "individual"
      ],
      "firstName": 0,
      "middleName": 0,
      "lastName": 0,
      "email": 0,
      "phone": 0,
      "nationality": 0,
      "externalId": 0,
      "status": [
        "active",
        "inactive"
      ],
      "signedAgreement": 0,
      "signedAgreementAt": 0,
      "wallets": {
        "items": "CustomerWallet"
      },
      "endorsements": {
        "items": "Endorsement"
      },
      "metadata": 0,
      "createdAt": 0,
      "updatedAt": 0
    }
  },
  "CustomerWallet": {
    "fields": {
      "id": 0,
      "type": 0,
      "address": 0,
      "network": 0,
      "asset": 0,
      "balance": 0,
      "estimatedValueUsd": 0,
      "createdAt": 0
    }
  },
  "Endorsement": {
    "fields": {
      "type": "EndorsementName",
      "name": "EndorsementName",
      "status": "EndorsementStatus",
      "rejectionReasons": {
        "items": "RejectionReason"
      },
      "requirements": "EndorsementRequirements"
    }
  },
  "EndorsementName": [
    "basic",
    "cryptoCustody",
    "usd"
  ],
  "EndorsementStatus": [
    "INACTIVE",
    "PENDING",
    "ISSUES",
    "ACTIVE",
    "REJECTED",
    "REVOKED_ISSUES",
    "OFFBOARDED"
  ],
  "RejectionReason": {
    "fields": {
      "developerReason": 0,
      "reason": 0
    }
  },
  "EndorsementRequirements": {
    "fields": {
      "complete": {
        "items": 0
      },
      "pending": {
        "items": 0
      },
      "missing": {
        "items": 0
      },
      "issues": {
        "items": 0
      }
    }
  },
  "WalletList": {
    "fields": {
      "data": {
        "items": "Wallet"
      },
      "hasMore": 0,
      "cursor": 0
    }
  },
  "Wallet": {
    "fields": {
      "id": 0,
      "object": [
        "wallet"
      ],
      "type": [
        "internal",
        "external"
      ],
      "customerId": 0,
      "address": 0,
      "asset": 0,
      "chain": 0,
      "status": [
        "active",
        "suspended",
        "closed"
      ],
      "createdAt": 0,
      "updatedAt": 0
    }
  },
  "WalletBalance": {
    "fields": {
      "balance": 0,
      "asset": 0,
      "chain": 0,
      "estimatedBalance": 0,
      "estimatedBalanceCurrencyCode": 0
    }
  },
  "WebhookEndpointList": {
    "fields": {
      "data": {
        "items": "WebhookEndpoint"
      },
      "hasMore": 0,
      "cursor": 0
    }
  },
  "WebhookEndpoint": {
    "fields": {
      "id": 0,
      "object": [
        "webhook"
      ],
      "url": 0,
      "events": {
        "items": "EventName"
      },
      "enabled": 0,
      "status": [
        "active",
        "disabled"
      ],
      "complianceOnly": 0,
      "createdAt": 0
    }
  },
  "EventName": 0,
  "WebhookEndpointCreated": {
    "fields": {
      "id": 0,
      "object": [
        "webhook"
      ],
      "url": 0,
      "events": {
        "items": "EventName"
      },
      "enabled": 0,
      "status": [
        "active",
        "disabled"
      ],
      "complianceOnly": 0,
      "createdAt": 0,
      "secret": 0
    }
  },
  "ExternalAccountSchemaList": {
    "fields": {
      "data": {
        "items": "ExternalAccountSchema"
      }
    }
  },
  "ExternalAccountSchema": {
    "fields": {
      "country": 0,
      "currency": 0,
      "type": 0,
      "network": 0,
      "fields": {
        "items": "ExternalAccountSchemaField"
      }
    }
  },
  "ExternalAccountSchemaField": {
    "fields": {
      "name": 0,
      "required": 0
    }
  },
  "ExternalAccount": {
    "fields": {
      "id": 0,
      "object": 0,
      "customerId": 0,
      "type": 0,
      "network": 0,
      "status": 0,
      "owner": "ExternalAccountOwner",
      "bankDetails": "ExternalAccountBankDetails",
      "createdAt": 0
    }
  },
  "ExternalAccountOwner": {
    "fields": {
      "name": 0,
      "type": 0
    }
  },
  "ExternalAccountBankDetails": 0
};

/** Shapes of the responses by operation and statuses, which are joined by commas. */
export const responses: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  "POST /auth/token": {
    "200": "Token",
    "400,401,403,422,429,500,503": "ApiErrorBody"
  },
  "GET /customers": {
    "200": "CustomerList",
    "400,401,403,429,500,503": "ApiErrorBody"
  },
  "POST /customers": {
    "201": "Customer",
    "400,401,403,409,422,429,500,503": "ApiErrorBody"
  },
  "GET /customers/{customerId}": {
    "200": "Customer",
    "400,401,403,404,429,500,503": "ApiErrorBody"
  },
  "PATCH /customers/{customerId}": {
    "200": "Customer",
    "400,401,403,404,409,422,429,500,503": "ApiErrorBody"
  },
  "DELETE /customers/{customerId}": {
    "200": "Customer",
    "400,401,403,404,409,429,500,503": "ApiErrorBody"
  },
  "GET /customers/{id}/wallets": {
    "200": "WalletList",
    "400,401,403,404,429,500,503": "ApiErrorBody"
  },
  "POST /customers/{id}/wallets": {
    "201": "Wallet",
    "400,401,403,404,409,422,429,500,503": "ApiErrorBody"
  },
  "GET /wallets/{id}": {
    "200": "Wallet",
    "400,401,403,404,429,500,503": "ApiErrorBody"
  },
  "GET /wallets/{id}/balance": {
    "200": "WalletBalance",
    "400,401,403,404,429,500,503": "ApiErrorBody"
  },
  "GET /webhooks": {
    "200": "WebhookEndpointList",
    "400,401,403,429,500,503": "ApiErrorBody"
  },
  "POST /webhooks": {
    "201": "WebhookEndpointCreated",
    "400,401,403,409,422,429,500,503": "ApiErrorBody"
  },
  "GET /webhooks/{id}": {
    "200": "WebhookEndpoint",
    "400,401,403,404,429,500,503": "ApiErrorBody"
  },
  "PATCH /webhooks/{id}": {
    "200": "WebhookEndpoint",
    "400,401,403,404,422,429,500,503": "ApiErrorBody"
  },
  "DELETE /webhooks/{id}": {
    "204": 0,
    "400,401,403,404,429,500,503": "ApiErrorBody"
  },
  "GET /external-accounts/schemas": {
    "200": "ExternalAccountSchemaList",
    "400,401,403,429,500,503": "ApiErrorBody"
  },
  "POST /customers/{id}/external-accounts": {
    "201": "ExternalAccount",
    "400,401,403,404,409,422,429,500,503": "ApiErrorBody"
  }
};
