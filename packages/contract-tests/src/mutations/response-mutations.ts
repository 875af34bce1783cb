import { readExample } from '../examples.js';

/** A response the API could give, and the verdict of the contract check on it. */
export interface ResponseMutation {
  readonly title: string;
  readonly operationId: string;
  readonly status: string;
  readonly body: unknown;
  /** Code of the violation, or `valid`. */
  readonly verdict: string;
}

type Json = Readonly<Record<string, unknown>>;

const jane = readExample<Json>('customer-jane');
const [wallet] = jane['wallets'] as Json[];
const page = readExample<Json>('customer-list-page');
const token = readExample<Json>('token');
const usdc = readExample<Json>('wallet-alice-usdc');
const endpoint = readExample<Json>('webhook-endpoint-enabled');
const notFound = readExample<Json>('error-not-found');

const mutate =
  (operationId: string, status: string, sound: Json) =>
  (title: string, changes: Json, verdict: string): ResponseMutation => ({
    title,
    operationId,
    status,
    body: { ...sound, ...changes },
    verdict,
  });

const customer = mutate('getCustomer', '200', jane);
const customers = mutate('listCustomers', '200', page);
const issued = mutate('createToken', '200', token);
const aWallet = mutate('getWallet', '200', usdc);
const aWebhook = mutate('getWebhookEndpoint', '200', endpoint);
const created = mutate('createWebhookEndpoint', '201', endpoint);
const missing = mutate('getCustomer', '404', notFound);

const whole = (title: string, body: unknown): ResponseMutation => ({
  title,
  operationId: 'getCustomer',
  status: '200',
  body,
  verdict: 'response.body.type',
});

/** Responses with known verdicts. */
export const responseMutations: readonly ResponseMutation[] = [
  customer('a sound customer', {}, 'valid'),
  customer(
    'a customer with nothing but the required fields',
    without('wallets', 'metadata', 'updatedAt', 'phone'),
    'valid',
  ),
  customer('a customer whose contact data is null', { email: null, phone: null, externalId: null }, 'valid'),
  customer(
    'an endorsement that calls itself by name',
    { endorsements: [{ name: 'basic', status: 'ACTIVE' }] },
    'valid',
  ),
  customer('a customer without an id', without('id'), 'response.body.required'),
  customer('a customer without a status', without('status'), 'response.body.required'),
  customer('a customer without endorsements', without('endorsements'), 'response.body.required'),
  customer('endorsements as names', { endorsements: ['basic'] }, 'response.body.type'),
  customer('an unknown status', { status: 'paused' }, 'response.body.open-enum'),
  customer('an unknown type', { type: 'business' }, 'response.body.open-enum'),
  customer('a creation date in words', { createdAt: 'today' }, 'response.body.format'),
  customer('an agreement date without a time', { signedAgreementAt: '2026-03-20' }, 'response.body.format'),
  customer('a first name as a number', { firstName: 7 }, 'response.body.type'),
  customer('an external id as a number', { externalId: 7 }, 'response.body.type'),
  customer('wallets outside a list', { wallets: wallet }, 'response.body.type'),
  customer('a balance as a number', { wallets: [{ ...wallet, balance: 1234.56 }] }, 'response.body.type'),
  customer('metadata as a list', { metadata: [] }, 'response.body.type'),
  customer(
    'an endorsement status in lower case',
    { endorsements: [{ status: 'active' }] },
    'response.body.open-enum',
  ),
  customer(
    'missing requirements as text',
    { endorsements: [{ requirements: { missing: 'email' } }] },
    'response.body.type',
  ),
  customer('reasons as text', { endorsements: [{ rejectionReasons: ['no'] }] }, 'response.body.type'),
  customer('a birth date', { birthDate: '1990-05-15' }, 'response.body.write-only'),
  customer('an address', { residentialAddress: { city: 'New York' } }, 'response.body.write-only'),
  customer('an IP address', { ipAddress: '203.0.113.7' }, 'response.body.write-only'),
  customer(
    'documents',
    { identifyingInformation: [{ type: 'ssn', number: '000-00-0000' }] },
    'response.body.write-only',
  ),
  customer('a field the spec has not', { riskScore: 3 }, 'response.body.undeclared-property'),
  whole('null', null),
  whole('a list', [jane]),
  whole('text', 'ok'),
  customers('a sound page', {}, 'valid'),
  customers('a last page without a cursor', { hasMore: false, cursor: null }, 'valid'),
  customers(
    'a page that does not say whether more follows',
    { hasMore: undefined },
    'response.body.required',
  ),
  customers('a page whose cursor is a number', { cursor: 2 }, 'response.body.type'),
  customers('a page with a broken customer', { data: [{ ...jane, id: 5 }] }, 'response.body.type'),
  customers(
    'a page that shows a birth date',
    { data: [{ ...jane, birthDate: '1990-05-15' }] },
    'response.body.write-only',
  ),
  issued('a sound token', {}, 'valid'),
  issued('a token without a text', { accessToken: undefined }, 'response.body.required'),
  issued('a token whose life is text', { expiresIn: '3600' }, 'response.body.type'),
  issued('a token whose life is a fraction', { expiresIn: 0.5 }, 'response.body.type'),
  issued('a token that shows the secret', { apiSecret: 'example-api-secret' }, 'response.body.write-only'),
  aWallet('a sound wallet', {}, 'valid'),
  aWallet('a wallet without an address', { address: undefined }, 'response.body.required'),
  aWallet('a wallet with an unknown status', { status: 'frozen' }, 'response.body.open-enum'),
  aWallet('a wallet that is another object', { object: 'purse' }, 'response.body.const'),
  aWebhook('a sound webhook', {}, 'valid'),
  aWebhook(
    'a webhook that shows its secret',
    { secret: 'whsec_example' },
    'response.body.undeclared-property',
  ),
  aWebhook('a webhook whose events are text', { events: 'all' }, 'response.body.type'),
  created('a new webhook without its secret', {}, 'response.body.required'),
  missing('a sound error', {}, 'valid'),
  missing(
    'an error without anything',
    { code: undefined, message: undefined, requestId: undefined },
    'valid',
  ),
  missing('an error whose code is a number', { code: 404 }, 'response.body.type'),
  missing('an error whose details are text', { details: 'none' }, 'response.body.type'),
];

function without(...names: string[]): Json {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
