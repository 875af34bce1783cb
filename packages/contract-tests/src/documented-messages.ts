import { readFileSync } from 'node:fs';

/** A body as a public page shows it, copied verbatim into `documented/`. */
export interface DocumentedMessage {
  /** File name in `documented/`, without `.json`. */
  readonly file: string;
  /** The page it stands on. */
  readonly source: string;
  readonly operationId: string;
  /** The status it answers with; absent for a request or an event. */
  readonly status?: string;
  /** Why the spec refuses it, for those it knowingly refuses. */
  readonly refusedBecause?: { readonly locations: readonly string[]; readonly reason: string };
}

const docs = 'https://docs.polygon.technology';
const guide = `${docs}/payments/guides/customer-onboarding`;
const reference = `${docs}/api-reference/customers`;

/** Every request and response body of the pages this project began with, and what the contract check says of it. */
export const documentedMessages: readonly DocumentedMessage[] = [
  { file: 'guide-create-customer', source: guide, operationId: 'createCustomer' },
  { file: 'guide-customer-created', source: guide, operationId: 'createCustomer', status: '201' },
  { file: 'guide-endorsement-granted', source: guide, operationId: 'receiveCustomerEndorsementGranted' },
  { file: 'guide-create-wallet', source: guide, operationId: 'createWallet' },
  { file: 'guide-wallet-created', source: guide, operationId: 'createWallet', status: '201' },
  { file: 'guide-create-external-account', source: guide, operationId: 'createExternalAccount' },
  {
    file: 'guide-external-account-created',
    source: guide,
    operationId: 'createExternalAccount',
    status: '201',
  },
  {
    file: 'reference-create-customer',
    source: `${reference}/create-a-customer`,
    operationId: 'createCustomer',
  },
  {
    file: 'reference-customer-created',
    source: `${reference}/create-a-customer`,
    operationId: 'createCustomer',
    status: '201',
  },
  {
    file: 'reference-update-customer',
    source: `${reference}/update-a-customer`,
    operationId: 'updateCustomer',
    refusedBecause: {
      locations: ['birthDate', 'email', 'identifyingInformation/0/issuingCountry', 'nationality', 'phone'],
      reason:
        'The page was generated without examples: "<string>" stands where contact data, dates and countries go.',
    },
  },
  {
    file: 'reference-customer-updated',
    source: `${reference}/update-a-customer`,
    operationId: 'updateCustomer',
    status: '200',
  },
  {
    file: 'reference-customer-deleted',
    source: `${reference}/delete-a-customer`,
    operationId: 'deleteCustomer',
    status: '200',
  },
  {
    file: 'quickstart-create-customer',
    source: `${docs}/wallets/custodial-wallets-quickstart`,
    operationId: 'createCustomer',
    refusedBecause: {
      locations: ['type'],
      reason: 'An older page sends an empty object, although the reference says that type is required.',
    },
  },
];

/** The body of a documented message. */
export function readDocumented({ file }: DocumentedMessage): unknown {
  return JSON.parse(readFileSync(new URL(`../documented/${file}.json`, import.meta.url), 'utf8'));
}
