// Generated from openapi/ by `npm run generate`. Do not edit.

/** A field of a form, but for why it is asked for. */
export interface FieldRow {
  readonly path: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'email' | 'tel' | 'country' | 'choice' | 'document';
  readonly autocomplete: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly isRequired: boolean;
  readonly isSensitive: boolean;
  readonly actor: 'customer' | 'integrator';
  readonly parts?: readonly FieldRow[];
}

/** The fields, in the order of a form. */
export const fieldRows: readonly FieldRow[] = [
  {
    "path": "firstName",
    "label": "First name",
    "kind": "text",
    "autocomplete": "given-name",
    "isRequired": true,
    "isSensitive": false,
    "actor": "customer"
  },
  {
    "path": "middleName",
    "label": "Middle name",
    "kind": "text",
    "autocomplete": "additional-name",
    "isRequired": false,
    "isSensitive": false,
    "actor": "customer"
  },
  {
    "path": "lastName",
    "label": "Last name",
    "kind": "text",
    "autocomplete": "family-name",
    "isRequired": true,
    "isSensitive": false,
    "actor": "customer"
  },
  {
    "path": "email",
    "label": "Email",
    "kind": "email",
    "autocomplete": "email",
    "isRequired": true,
    "isSensitive": false,
    "actor": "customer"
  },
  {
    "path": "phone",
    "label": "Phone",
    "kind": "tel",
    "autocomplete": "tel",
    "isRequired": true,
    "isSensitive": false,
    "actor": "customer"
  },
  {
    "path": "birthDate",
    "label": "Date of birth",
    "kind": "date",
    "autocomplete": "bday",
    "isRequired": true,
    "isSensitive": true,
    "actor": "customer"
  },
  {
    "path": "nationality",
    "label": "Nationality",
    "kind": "country",
    "autocomplete": "off",
    "isRequired": true,
    "isSensitive": false,
    "actor": "customer"
  },
  {
    "path": "residentialAddress.line1",
    "label": "Street and number",
    "kind": "text",
    "autocomplete": "address-line1",
    "isRequired": true,
    "isSensitive": true,
    "actor": "customer"
  },
  {
    "path": "residentialAddress.line2",
    "label": "Apartment, floor",
    "kind": "text",
    "autocomplete": "address-line2",
    "isRequired": false,
    "isSensitive": true,
    "actor": "customer"
  },
  {
    "path": "residentialAddress.city",
    "label": "City",
    "kind": "text",
    "autocomplete": "address-level2",
    "isRequired": true,
    "isSensitive": true,
    "actor": "customer"
  },
  {
    "path": "residentialAddress.state",
    "label": "State or region",
    "kind": "text",
    "autocomplete": "address-level1",
    "isRequired": false,
    "isSensitive": true,
    "actor": "customer"
  },
  {
    "path": "residentialAddress.zipCode",
    "label": "Postal code",
    "kind": "text",
    "autocomplete": "postal-code",
    "isRequired": true,
    "isSensitive": true,
    "actor": "customer"
  },
  {
    "path": "residentialAddress.country",
    "label": "Country",
    "kind": "country",
    "autocomplete": "country",
    "isRequired": true,
    "isSensitive": true,
    "actor": "customer"
  },
  {
    "path": "identifyingInformation",
    "label": "Identity document",
    "kind": "document",
    "autocomplete": "off",
    "isRequired": true,
    "isSensitive": true,
    "actor": "customer",
    "parts": [
      {
        "path": "identifyingInformation.0.type",
        "label": "Kind of document",
        "kind": "choice",
        "autocomplete": "off",
        "choices": [
          {
            "value": "ssn",
            "label": "Social Security number (SSN)"
          },
          {
            "value": "itin",
            "label": "Taxpayer number (ITIN)"
          },
          {
            "value": "driversLicense",
            "label": "Driver’s license"
          },
          {
            "value": "passport",
            "label": "Passport"
          }
        ],
        "isRequired": true,
        "isSensitive": true,
        "actor": "customer"
      },
      {
        "path": "identifyingInformation.0.issuingCountry",
        "label": "Issuing country",
        "kind": "country",
        "autocomplete": "off",
        "isRequired": true,
        "isSensitive": true,
        "actor": "customer"
      },
      {
        "path": "identifyingInformation.0.number",
        "label": "Number on the document",
        "kind": "text",
        "autocomplete": "off",
        "isRequired": true,
        "isSensitive": true,
        "actor": "customer"
      }
    ]
  },
  {
    "path": "signedAgreement",
    "label": "Terms of service",
    "kind": "choice",
    "autocomplete": "off",
    "choices": [
      {
        "value": "true",
        "label": "I accept the terms of service"
      }
    ],
    "isRequired": true,
    "isSensitive": false,
    "actor": "customer"
  },
  {
    "path": "ipAddress",
    "label": "IP address",
    "kind": "text",
    "autocomplete": "off",
    "isRequired": true,
    "isSensitive": true,
    "actor": "integrator"
  }
];

/** A field by the first name of its path, an endorsement, or who works on it; and the codes that ask for it beside its name. */
export interface Meaning {
  readonly subject: 'field' | 'endorsement' | 'actor';
  readonly name: string;
  /** In small letters and without anything between them. */
  readonly codes: readonly string[];
}

/** What requirement codes mean. */
export const meanings: readonly Meaning[] = [
  {
    "subject": "field",
    "name": "firstName",
    "codes": []
  },
  {
    "subject": "field",
    "name": "middleName",
    "codes": []
  },
  {
    "subject": "field",
    "name": "lastName",
    "codes": []
  },
  {
    "subject": "field",
    "name": "email",
    "codes": [
      "emailaddress"
    ]
  },
  {
    "subject": "field",
    "name": "phone",
    "codes": []
  },
  {
    "subject": "field",
    "name": "birthDate",
    "codes": [
      "dateofbirth",
      "minage18"
    ]
  },
  {
    "subject": "field",
    "name": "nationality",
    "codes": []
  },
  {
    "subject": "field",
    "name": "residentialAddress",
    "codes": [
      "addressofresidence"
    ]
  },
  {
    "subject": "field",
    "name": "identifyingInformation",
    "codes": [
      "ssn",
      "itin",
      "driverslicense",
      "passport",
      "taxidentificationnumber",
      "governmentidverification",
      "idfrontphoto"
    ]
  },
  {
    "subject": "field",
    "name": "signedAgreement",
    "codes": [
      "termsofservicev1",
      "termsofservicev2"
    ]
  },
  {
    "subject": "field",
    "name": "ipAddress",
    "codes": []
  },
  {
    "subject": "endorsement",
    "name": "basic",
    "codes": [
      "hasbase"
    ]
  },
  {
    "subject": "endorsement",
    "name": "cryptoCustody",
    "codes": []
  },
  {
    "subject": "endorsement",
    "name": "usd",
    "codes": []
  },
  {
    "subject": "actor",
    "name": "oms",
    "codes": [
      "sanctionsscreen",
      "pepscreen",
      "blocklistlookup",
      "adversemediascreen"
    ]
  },
  {
    "subject": "actor",
    "name": "nobody",
    "codes": [
      "blocklistcheckfailed",
      "endorsementnotavailableincustomersregion"
    ]
  }
];
