import fc from 'fast-check';
import { afterMs, type Fields } from './customer-model.js';

/** Values that are sent and must never be returned. */
export const secrets = [
  'canary-api-secret',
  '1977-07-07',
  '203.0.113.77',
  '77 Canary Street',
  '000-00-7777',
  'X7777777',
] as const;
const [, birthDate, ipAddress, line1, ssn, passport] = secrets;

const address = { line1, city: 'New York', state: 'NY', country: 'US', zipCode: '10001' };
const documents = [
  { type: 'ssn', issuingCountry: 'US', number: ssn },
  { type: 'passport', issuingCountry: 'US', number: passport },
] as const;
const complete = {
  firstName: 'Jane',
  lastName: 'Smith',
  email: 'jane@example.com',
  phone: '+12125551234',
  birthDate,
  nationality: 'US',
  signedAgreement: true,
  residentialAddress: address,
  identifyingInformation: [documents[0]],
} as const satisfies Fields;

const endorsements = fc.subarray(['basic', 'cryptoCustody', 'usd'] as const);
const metadata = fc.constantFrom(
  {},
  { plan: 'starter' },
  { omsSandbox: 'pending' },
  { omsSandbox: 'issues' },
  { omsSandbox: 'reject' },
  { omsSandbox: 'delay' },
  { omsSandbox: 'none' },
);

/** Any subset of the fields of a customer. */
const someFields = fc.record(
  {
    firstName: fc.constantFrom('Jane', 'Łukasz', 'Щука 🦊'),
    middleName: fc.constantFrom('Ann', 'B.'),
    lastName: fc.constantFrom('Smith', 'Martin'),
    email: fc.constantFrom('jane@example.com', 'alice+oms@example.com', 'alice+oms-issues@example.com'),
    phone: fc.constantFrom('+12125551234', '+4915112345678'),
    birthDate: fc.constant(birthDate),
    nationality: fc.constantFrom('US', 'PL'),
    ipAddress: fc.constant(ipAddress),
    externalId: fc.constantFrom('usr_1', 'usr_2', 'usr 3/&?'),
    signedAgreement: fc.boolean(),
    residentialAddress: fc.constant(address),
    identifyingInformation: fc.subarray([...documents]),
    endorsements,
    metadata,
  },
  { requiredKeys: [] },
);

const manyFields = fc
  .record({ endorsements, metadata, externalId: fc.constantFrom('usr_1', 'usr_2') }, { requiredKeys: [] })
  .map((fields) => ({ ...complete, ...fields }));

/** What a customer is created or updated with; often everything the endorsements require. */
export const fields: fc.Arbitrary<Fields> = fc.oneof(someFields, manyFields);

/** Picks one of the existing items by its index, modulo their number. */
export const which = fc.nat({ max: 6 });

/** One of a few idempotency keys, or a fresh one. */
export const key = fc.option(fc.constantFrom('key-a', 'key-b', 'key-c'), { nil: undefined, freq: 2 });

/** Filters and the size of a page. */
export const listing = fc.record(
  {
    status: fc.constantFrom('active', 'inactive'),
    email: fc.constantFrom('jane@example.com', 'alice+oms@example.com'),
    externalId: fc.constantFrom('usr_1', 'usr 3/&?'),
    after: which,
    before: which,
    limit: fc.constantFrom(1, 2, 3, 100),
  },
  { requiredKeys: [] },
);

/** Milliseconds of a wait, around the life of a token. */
export const wait = fc.constantFrom(1, 999, 1_000, 10_000, 600_000, 3_599_999, 3_600_000, 3_600_001);

/** What a webhook endpoint is created or updated with. */
export const endpoint = fc.record({
  url: fc.constantFrom('https://app.example.com/hooks', 'http://127.0.0.1:8080/hooks'),
  events: fc.constantFrom(
    [],
    ['customer.endorsement.granted'],
    ['customer.endorsement.*'],
    ['wallet.depositDetected'],
    ['endorsement.active'],
  ),
  enabled: fc.boolean(),
});

/** A wallet to be made. */
export const wallet = fc.record({
  asset: fc.constantFrom('usdc', 'eth'),
  chain: fc.constantFrom('polygon', 'solana', 'bitcoin', 'ethereum'),
});

/** An endorsement and the status a reviewer gives it. */
export const decision = fc.record({
  name: fc.constantFrom('basic', 'cryptoCustody', 'usd'),
  status: fc.constantFrom(
    'INACTIVE',
    'PENDING',
    'ISSUES',
    'ACTIVE',
    'REJECTED',
    'REVOKED_ISSUES',
    'OFFBOARDED',
  ),
});

/** How to read the API; of the rest of a dialect, single tests show the effect. */
export const dialect = fc.record(
  {
    preset: fc.constantFrom('documented', 'v0.11'),
    endorsementName: fc.constantFrom('type', 'name', 'both'),
    requirements: fc.constantFrom('fields', 'codes'),
    invalidBody: fc.constantFrom(422, 400),
    errors: fc.constantFrom('details', 'code', 'source'),
    idempotencyConflict: fc.constantFrom(409, 400),
    cursor: fc.constantFrom('cursor', 'nextCursor'),
    events: fc.constantFrom('v0.9', 'v0.11'),
  },
  { requiredKeys: [] },
);

const match = fc.record(
  {
    externalId: fc.constantFrom('usr_1', 'usr_2'),
    lastName: fc.constantFrom('Smith', 'Martin'),
    nth: fc.constantFrom(1, 2),
  },
  { requiredKeys: [] },
);

/** A scenario rule. */
export const scenario = fc.oneof(
  fc.record({ match, outcome: fc.constant('pending' as const) }),
  fc.record(
    {
      match,
      outcome: fc.constantFrom('approve', 'delay', 'issues', 'reject', 'revoke', 'offboard'),
      afterMs: fc.constantFrom(...afterMs),
    },
    { requiredKeys: ['match', 'outcome'] },
  ),
);
