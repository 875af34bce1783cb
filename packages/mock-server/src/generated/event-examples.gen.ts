// Generated from openapi/ by `npm run generate`. Do not edit.

/** The first example of each event. */
export const eventExamples: Readonly<Record<string, object>> = {
  "customer.endorsement.granted": {
    "event": "customer.endorsement.granted",
    "data": {
      "id": "cst_01H9XaA1iceM4rTn",
      "object": "customer",
      "endorsements": [
        "basic",
        "cryptoCustody",
        "usd"
      ]
    }
  },
  "endorsement.updated": {
    "event": "endorsement.updated",
    "id": "whd_01H9XdA1iceD01iv",
    "eventId": "evt_01H9XeA1iceE01vt",
    "createdAt": "2024-01-15T10:03:00Z",
    "occurredAt": "2024-01-15T10:02:59Z",
    "sequence": 1,
    "data": {
      "customerId": "cst_01H9XaA1iceM4rTn",
      "type": "cryptoCustody",
      "status": "PENDING",
      "rejectionReasons": [],
      "requirements": {
        "complete": [],
        "pending": [
          "firstName",
          "lastName",
          "email",
          "phone",
          "birthDate",
          "nationality",
          "signedAgreement",
          "residentialAddress",
          "identifyingInformation"
        ],
        "missing": [],
        "issues": []
      }
    }
  },
  "endorsement.active": {
    "event": "endorsement.active",
    "id": "whd_01H9XdA1iceD02iv",
    "eventId": "evt_01H9XeA1iceE02vt",
    "createdAt": "2024-01-15T10:03:00Z",
    "occurredAt": "2024-01-15T10:02:59Z",
    "sequence": 2,
    "data": {
      "customerId": "cst_01H9XaA1iceM4rTn",
      "type": "cryptoCustody",
      "status": "ACTIVE",
      "rejectionReasons": [],
      "requirements": {
        "complete": [
          "firstName",
          "lastName",
          "email",
          "phone",
          "birthDate",
          "nationality",
          "signedAgreement",
          "residentialAddress",
          "identifyingInformation"
        ],
        "pending": [],
        "missing": [],
        "issues": []
      }
    }
  },
  "wallet.depositDetected": {
    "event": "wallet.depositDetected",
    "data": {
      "walletId": "wlt_01H9XbA1iceP0lyG",
      "customerId": "cst_01H9XaA1iceM4rTn",
      "asset": "usdc",
      "chain": "polygon",
      "address": "0xBEEF4a2c891D56e72b67a3f21d0cf94F1D7c5911",
      "amount": "25.00",
      "transactionHash": "0xab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34"
    }
  },
  "wallet.provisioned": {
    "event": "wallet.provisioned",
    "id": "whd_01H9XdA1iceD03iv",
    "eventId": "evt_01H9XeA1iceE03vt",
    "createdAt": "2024-01-15T10:03:00Z",
    "occurredAt": "2024-01-15T10:02:59Z",
    "sequence": 3,
    "data": {
      "id": "wlt_01H9XbA1iceP0lyG",
      "object": "wallet",
      "type": "internal",
      "customerId": "cst_01H9XaA1iceM4rTn",
      "address": "0xBEEF4a2c891D56e72b67a3f21d0cf94F1D7c5911",
      "asset": "usdc",
      "chain": "polygon",
      "status": "active",
      "createdAt": "2024-01-15T10:01:00Z",
      "updatedAt": "2024-01-15T10:01:00Z"
    }
  },
  "externalAccount.created": {
    "event": "externalAccount.created",
    "id": "whd_01H9XdA1iceD04iv",
    "eventId": "evt_01H9XeA1iceE04vt",
    "createdAt": "2024-01-15T10:03:00Z",
    "occurredAt": "2024-01-15T10:02:59Z",
    "sequence": 4,
    "data": {
      "id": "cpUsBank_01H9XsA1iceB4nkA",
      "object": "counterparty.usBank",
      "customerId": "cst_01H9XaA1iceM4rTn",
      "type": "usBank",
      "network": "ach",
      "status": "pending",
      "owner": {
        "name": "Alice Martin",
        "type": "individual"
      },
      "bankDetails": {
        "accountNumber": "****6789",
        "routingNumber": "021000021",
        "accountType": "checking",
        "bankName": "Chase"
      },
      "createdAt": "2024-01-15T10:02:00Z"
    }
  },
  "externalAccount.verified": {
    "event": "externalAccount.verified",
    "id": "whd_01H9XdA1iceD05iv",
    "eventId": "evt_01H9XeA1iceE05vt",
    "createdAt": "2024-01-15T10:03:00Z",
    "occurredAt": "2024-01-15T10:02:59Z",
    "sequence": 5,
    "data": {
      "id": "cpUsBank_01H9XsA1iceB4nkA",
      "object": "counterparty.usBank",
      "customerId": "cst_01H9XaA1iceM4rTn",
      "type": "usBank",
      "network": "ach",
      "status": "verified",
      "owner": {
        "name": "Alice Martin",
        "type": "individual"
      },
      "bankDetails": {
        "accountNumber": "****6789",
        "routingNumber": "021000021",
        "accountType": "checking",
        "bankName": "Chase"
      },
      "createdAt": "2024-01-15T10:02:00Z"
    }
  },
  "externalAccount.declined": {
    "event": "externalAccount.declined",
    "id": "whd_01H9XdA1iceD06iv",
    "eventId": "evt_01H9XeA1iceE06vt",
    "createdAt": "2024-01-15T10:03:00Z",
    "occurredAt": "2024-01-15T10:02:59Z",
    "sequence": 6,
    "data": {
      "id": "cpUsBank_01H9XsA1iceB4nkA",
      "object": "counterparty.usBank",
      "customerId": "cst_01H9XaA1iceM4rTn",
      "type": "usBank",
      "network": "ach",
      "status": "declined",
      "owner": {
        "name": "Alice Martin",
        "type": "individual"
      },
      "bankDetails": {
        "accountNumber": "****6789",
        "routingNumber": "021000021",
        "accountType": "checking",
        "bankName": "Chase"
      },
      "createdAt": "2024-01-15T10:02:00Z"
    }
  },
  "externalAccount.deleted": {
    "event": "externalAccount.deleted",
    "id": "whd_01H9XdA1iceD07iv",
    "eventId": "evt_01H9XeA1iceE07vt",
    "createdAt": "2024-01-15T10:03:00Z",
    "occurredAt": "2024-01-15T10:02:59Z",
    "sequence": 7,
    "data": {
      "id": "cpUsBank_01H9XsA1iceB4nkA",
      "object": "counterparty.usBank",
      "customerId": "cst_01H9XaA1iceM4rTn",
      "type": "usBank",
      "network": "ach",
      "status": "deleted",
      "owner": {
        "name": "Alice Martin",
        "type": "individual"
      },
      "bankDetails": {
        "accountNumber": "****6789",
        "routingNumber": "021000021",
        "accountType": "checking",
        "bankName": "Chase"
      },
      "createdAt": "2024-01-15T10:02:00Z"
    }
  },
  "externalAccount.statusChanged": {
    "eventType": "externalAccount.statusChanged",
    "id": "whd_01H9XdA1iceD08iv",
    "eventId": "evt_01H9XeA1iceE08vt",
    "createdAt": "2024-01-15T10:03:00Z",
    "occurredAt": "2024-01-15T10:02:59Z",
    "sequence": 8,
    "data": {
      "id": "cpUsBank_01H9XsA1iceB4nkA",
      "object": "counterparty.usBank",
      "customerId": "cst_01H9XaA1iceM4rTn",
      "type": "usBank",
      "network": "ach",
      "status": "verified",
      "owner": {
        "name": "Alice Martin",
        "type": "individual"
      },
      "bankDetails": {
        "accountNumber": "****6789",
        "routingNumber": "021000021",
        "accountType": "checking",
        "bankName": "Chase"
      },
      "createdAt": "2024-01-15T10:02:00Z"
    }
  },
  "webhook.test": {
    "event": "webhook.test",
    "id": "whd_01H9XdA1iceD99iv",
    "createdAt": "2024-01-15T10:03:00Z",
    "data": {}
  }
};
