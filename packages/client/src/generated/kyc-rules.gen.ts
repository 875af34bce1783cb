// Generated from openapi/ by `npm run generate`. Do not edit.

/** What a value has to be, in words of JSON Schema; a reference is the name of another rule. */
export interface Rule {
  readonly $ref?: string;
  readonly type?: 'string' | 'boolean' | 'object' | 'array';
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly format?: 'email' | 'date' | 'uri';
  readonly pattern?: string;
  /** A value that the pattern takes. */
  readonly example?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Rule;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
}

/** Rules by the names of the schemas. */
export const rules: Readonly<Record<string, Rule>> = {
  "TokenCreateRequest": {
    "type": "object",
    "properties": {
      "apiKey": {
        "type": "string"
      },
      "apiSecret": {
        "type": "string"
      }
    },
    "required": [
      "apiKey",
      "apiSecret"
    ]
  },
  "CustomerCreateRequest": {
    "type": "object",
    "properties": {
      "type": {
        "type": "string",
        "const": "individual"
      },
      "firstName": {
        "type": "string"
      },
      "middleName": {
        "type": "string"
      },
      "lastName": {
        "type": "string"
      },
      "email": {
        "type": "string",
        "format": "email"
      },
      "phone": {
        "type": "string",
        "pattern": "^\\+[1-9][0-9]{1,14}$",
        "example": "+12125551234"
      },
      "birthDate": {
        "type": "string",
        "format": "date"
      },
      "nationality": {
        "type": "string",
        "pattern": "^[A-Z]{2}$",
        "example": "US"
      },
      "ipAddress": {
        "type": "string"
      },
      "externalId": {
        "type": "string"
      },
      "signedAgreement": {
        "type": "boolean"
      },
      "residentialAddress": {
        "$ref": "ResidentialAddress"
      },
      "identifyingInformation": {
        "type": "array",
        "items": {
          "$ref": "IdentifyingDocument"
        }
      },
      "endorsements": {
        "type": "array",
        "items": {
          "$ref": "RequestedEndorsement"
        }
      },
      "metadata": {
        "type": "object"
      }
    },
    "required": [
      "type"
    ]
  },
  "ResidentialAddress": {
    "type": "object",
    "properties": {
      "line1": {
        "type": "string"
      },
      "line2": {
        "type": "string"
      },
      "city": {
        "type": "string"
      },
      "state": {
        "type": "string"
      },
      "country": {
        "type": "string"
      },
      "zipCode": {
        "type": "string"
      }
    }
  },
  "IdentifyingDocument": {
    "type": "object",
    "properties": {
      "type": {
        "type": "string",
        "enum": [
          "ssn",
          "itin",
          "driversLicense",
          "passport"
        ]
      },
      "issuingCountry": {
        "type": "string",
        "pattern": "^[A-Z]{2}$",
        "example": "US"
      },
      "number": {
        "type": "string"
      }
    }
  },
  "RequestedEndorsement": {
    "type": "string",
    "enum": [
      "basic",
      "cryptoCustody",
      "usd"
    ]
  },
  "CustomerUpdateRequest": {
    "type": "object",
    "properties": {
      "firstName": {
        "type": "string"
      },
      "middleName": {
        "type": "string"
      },
      "lastName": {
        "type": "string"
      },
      "email": {
        "type": "string",
        "format": "email"
      },
      "phone": {
        "type": "string",
        "pattern": "^\\+[1-9][0-9]{1,14}$",
        "example": "+12125551234"
      },
      "birthDate": {
        "type": "string",
        "format": "date"
      },
      "nationality": {
        "type": "string",
        "pattern": "^[A-Z]{2}$",
        "example": "US"
      },
      "ipAddress": {
        "type": "string"
      },
      "externalId": {
        "type": "string"
      },
      "signedAgreement": {
        "type": "boolean"
      },
      "residentialAddress": {
        "$ref": "ResidentialAddress"
      },
      "identifyingInformation": {
        "type": "array",
        "items": {
          "$ref": "IdentifyingDocument"
        }
      },
      "endorsements": {
        "type": "array",
        "items": {
          "$ref": "RequestedEndorsement"
        }
      },
      "metadata": {
        "type": "object"
      }
    }
  },
  "WalletCreateRequest": {
    "type": "object",
    "properties": {
      "asset": {
        "type": "string"
      },
      "chain": {
        "type": "string"
      }
    },
    "required": [
      "asset",
      "chain"
    ]
  },
  "WebhookEndpointCreateRequest": {
    "type": "object",
    "properties": {
      "url": {
        "type": "string",
        "format": "uri"
      },
      "events": {
        "type": "array",
        "items": {
          "$ref": "EventName"
        }
      },
      "enabled": {
        "type": "boolean"
      }
    },
    "required": [
      "url"
    ]
  },
  "EventName": {
    "type": "string"
  },
  "WebhookEndpointUpdateRequest": {
    "type": "object",
    "properties": {
      "url": {
        "type": "string",
        "format": "uri"
      },
      "events": {
        "type": "array",
        "items": {
          "$ref": "EventName"
        }
      },
      "enabled": {
        "type": "boolean"
      }
    }
  },
  "ExternalAccountCreateRequest": {
    "type": "object",
    "properties": {
      "type": {
        "type": "string"
      },
      "network": {
        "type": "string"
      },
      "owner": {
        "$ref": "ExternalAccountOwner"
      },
      "bankDetails": {
        "$ref": "ExternalAccountBankDetails"
      }
    },
    "required": [
      "type",
      "network",
      "owner",
      "bankDetails"
    ]
  },
  "ExternalAccountOwner": {
    "type": "object",
    "properties": {
      "name": {
        "type": "string"
      },
      "type": {
        "type": "string"
      }
    }
  },
  "ExternalAccountBankDetails": {
    "type": "object",
    "properties": {
      "accountNumber": {
        "type": "string"
      },
      "routingNumber": {
        "type": "string"
      },
      "accountType": {
        "type": "string"
      },
      "bankName": {
        "type": "string"
      }
    }
  }
};

/** Names of the rules of request bodies, by operation. */
export const bodyRules = {
  "createToken": "TokenCreateRequest",
  "createCustomer": "CustomerCreateRequest",
  "updateCustomer": "CustomerUpdateRequest",
  "createWallet": "WalletCreateRequest",
  "createWebhookEndpoint": "WebhookEndpointCreateRequest",
  "updateWebhookEndpoint": "WebhookEndpointUpdateRequest",
  "createExternalAccount": "ExternalAccountCreateRequest"
} as const;
