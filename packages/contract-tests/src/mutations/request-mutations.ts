import { readExample } from '../examples.js';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path below the base URL, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One change of a sound request, and the verdict of the contract check on it. */
export interface RequestMutation {
  readonly title: string;
  readonly request: WireRequest;
  /** Code of the violation, or `valid`. */
  readonly verdict: string;
}

type Json = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string | undefined>>;

const sound = {
  authorization: 'Bearer example',
  'content-type': 'application/json',
  'idempotency-key': 'key-1',
};
const jane = readExample<Json>('customer-create-jane');
const address = jane['residentialAddress'] as Json;

function withHeaders(changes: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...sound, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

const post = (path: string, body: string | undefined, headers: Headers = {}): WireRequest => ({
  method: 'POST',
  path,
  headers: withHeaders(headers),
  ...(body !== undefined && { body }),
});

const create = (title: string, changes: Json, verdict: string): RequestMutation => ({
  title,
  request: post('/customers', JSON.stringify({ ...jane, ...changes })),
  verdict,
});

const text = (
  title: string,
  body: string | undefined,
  verdict: string,
  headers: Headers = {},
): RequestMutation => ({
  title,
  request: post('/customers', body, headers),
  verdict,
});

const send = (
  title: string,
  method: string,
  path: string,
  body: unknown,
  verdict: string,
): RequestMutation => ({
  title,
  request: { ...post(path, body === undefined ? undefined : JSON.stringify(body)), method },
  verdict,
});

const get = (title: string, path: string, verdict: string): RequestMutation => ({
  title,
  request: { method: 'GET', path, headers: { authorization: sound.authorization } },
  verdict,
});

const whole = JSON.stringify(jane);
const minimal = '{"type":"individual"}';
const customer = '/customers/cst_01H9XaA1iceM4rTn';

const bodies: readonly RequestMutation[] = [
  create('a sound body', {}, 'valid'),
  create('a name in Cyrillic and one with an emoji', { firstName: 'Łukasz', lastName: 'Щукин 🦊' }, 'valid'),
  create('an empty list of endorsements', { endorsements: [] }, 'valid'),
  create('nested metadata', { metadata: { deep: { deeper: [1, null, 'x'] } } }, 'valid'),
  create('no type', { type: undefined }, 'request.body.required'),
  create('an agreement of null', { signedAgreement: null }, 'request.body.type'),
  create('a business', { type: 'business' }, 'request.body.const'),
  create('a number as first name', { firstName: 7 }, 'request.body.type'),
  create('null as last name', { lastName: null }, 'request.body.type'),
  create('an e-mail address without a host', { email: 'jane' }, 'request.body.format'),
  create('a phone number without a plus', { phone: '12125551234' }, 'request.body.pattern'),
  create('a phone number with spaces', { phone: '+1 212 555 1234' }, 'request.body.pattern'),
  create('a birth date month first', { birthDate: '05/15/1990' }, 'request.body.format'),
  create('a birth date that is no date', { birthDate: '1990-13-45' }, 'request.body.format'),
  create('a birth date as a number', { birthDate: 19900515 }, 'request.body.type'),
  create('a nationality in lower case', { nationality: 'us' }, 'request.body.pattern'),
  create('a nationality of three letters', { nationality: 'USA' }, 'request.body.pattern'),
  create('an external id as a number', { externalId: 12345 }, 'request.body.type'),
  create('an agreement as text', { signedAgreement: 'true' }, 'request.body.type'),
  create('an address as text', { residentialAddress: '123 Main St' }, 'request.body.type'),
  create(
    'a postal code as a number',
    { residentialAddress: { ...address, zipCode: 10001 } },
    'request.body.type',
  ),
  create('one document outside a list', { identifyingInformation: { type: 'ssn' } }, 'request.body.type'),
  create(
    'a document of an unknown type',
    { identifyingInformation: [{ type: 'visa' }] },
    'request.body.enum',
  ),
  create(
    'a document of a long country',
    { identifyingInformation: [{ issuingCountry: 'USA' }] },
    'request.body.pattern',
  ),
  create('a document number as a number', { identifyingInformation: [{ number: 123 }] }, 'request.body.type'),
  create('an unknown endorsement', { endorsements: ['gold'] }, 'request.body.enum'),
  create('an endorsement outside a list', { endorsements: 'basic' }, 'request.body.type'),
  create('metadata as a list', { metadata: [] }, 'request.body.type'),
  text('the smallest body', minimal, 'valid'),
  text('a body with white space around it', ` \n${minimal}\n`, 'valid'),
  text('no body', undefined, 'request.body.missing'),
  text('an empty body', '', 'request.body.missing'),
  text('a body cut in the middle', whole.slice(0, -20), 'request.body.malformed'),
  text('a trailing comma', '{"type":"individual",}', 'request.body.malformed'),
  text('single quotes', "{'type':'individual'}", 'request.body.malformed'),
  text('two values', `${minimal}${minimal}`, 'request.body.malformed'),
  text('a key given twice', '{"type":"individual","type":"business"}', 'request.body.duplicate-key'),
  text('a list', `[${minimal}]`, 'request.body.type'),
  text('null', 'null', 'request.body.type'),
  text('text', '"individual"', 'request.body.type'),
];

const headers: readonly RequestMutation[] = [
  text('no idempotency key', minimal, 'request.header.required', { 'idempotency-key': undefined }),
  text('an empty idempotency key', minimal, 'request.header.min-length', { 'idempotency-key': '' }),
  text('an idempotency key of 255 characters', minimal, 'valid', { 'idempotency-key': 'k'.repeat(255) }),
  text('an idempotency key of 256 characters', minimal, 'request.header.max-length', {
    'idempotency-key': 'k'.repeat(256),
  }),
  text('no token', minimal, 'request.security', { authorization: undefined }),
  text('basic authentication', minimal, 'request.security', { authorization: 'Basic c2s6c2VjcmV0' }),
  text('an empty token', minimal, 'request.security', { authorization: 'Bearer ' }),
  text('bearer in lower case', minimal, 'valid', { authorization: 'bearer example' }),
  text('a content type with a charset', minimal, 'valid', {
    'content-type': 'application/json; charset=utf-8',
  }),
  text('a body declared as text', minimal, 'request.media-type', { 'content-type': 'text/plain' }),
  text('a body declared as a form', minimal, 'request.media-type', {
    'content-type': 'application/x-www-form-urlencoded',
  }),
];

const queries: readonly RequestMutation[] = [
  get(
    'every filter',
    '/customers?status=active&email=jane%40example.com&externalId=u&limit=100&cursor=c',
    'valid',
  ),
  get('an unknown status', '/customers?status=paused', 'request.query.enum'),
  get('a limit of 0', '/customers?limit=0', 'request.query.minimum'),
  get('a limit of 101', '/customers?limit=101', 'request.query.maximum'),
  get('a limit in letters', '/customers?limit=ten', 'request.query.type'),
  get('an empty limit', '/customers?limit=', 'request.query.type'),
  get('a limit with an exponent', '/customers?limit=1e1', 'request.query.type'),
  get('a limit in hexadecimal', '/customers?limit=0x10', 'request.query.type'),
  get('a date in words', '/customers?createdAfter=yesterday', 'request.query.format'),
  get('a misspelt parameter', '/customers?externalID=usr_1', 'request.query.unknown'),
  get('a parameter given twice', '/customers?status=active&status=inactive', 'request.query.repeated'),
];

const operations: readonly RequestMutation[] = [
  send('an update with nothing in it', 'PATCH', customer, {}, 'valid'),
  send('an update of a field to null', 'PATCH', customer, { email: null }, 'request.body.type'),
  send('an update with a broken phone number', 'PATCH', customer, { phone: '555' }, 'request.body.pattern'),
  send('a wallet', 'POST', `${customer}/wallets`, { asset: 'usdc', chain: 'polygon' }, 'valid'),
  send('a wallet without a chain', 'POST', `${customer}/wallets`, { asset: 'usdc' }, 'request.body.required'),
  send(
    'a wallet on two chains',
    'POST',
    `${customer}/wallets`,
    { asset: 'usdc', chain: ['polygon'] },
    'request.body.type',
  ),
  send(
    'credentials without a secret',
    'POST',
    '/auth/token',
    { apiKey: 'sk_sdbx_example' },
    'request.body.required',
  ),
  send('a webhook to no URL', 'POST', '/webhooks', { url: 'not a url' }, 'request.body.format'),
  send(
    'a webhook for one event outside a list',
    'POST',
    '/webhooks',
    { url: 'https://a.example', events: 'x' },
    'request.body.type',
  ),
  send(
    'a webhook update that pauses with a word',
    'PATCH',
    '/webhooks/whk_1',
    { enabled: 'no' },
    'request.body.type',
  ),
  send('a method the path has not', 'PUT', customer, {}, 'request.method.not-allowed'),
  get('a path the spec has not', '/quotes', 'request.route.unknown'),
];

/** Requests with known verdicts. */
export const requestMutations: readonly RequestMutation[] = [
  ...bodies,
  ...headers,
  ...queries,
  ...operations,
];
