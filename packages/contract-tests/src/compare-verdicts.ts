import { type RequestBodies, validatorForBody } from '@oms-sdk/client/kyc';
import { startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import fc from 'fast-check';
import { violationsOfRequest } from './checking-server.js';

/** An operation that has a body. */
export type Operation = keyof RequestBodies;

const targets: Readonly<Record<Operation, readonly [method: string, path: string]>> = {
  createToken: ['POST', '/auth/token'],
  createCustomer: ['POST', '/customers'],
  updateCustomer: ['PATCH', '/customers/cst_1'],
  createWallet: ['POST', '/customers/cst_1/wallets'],
  createWebhookEndpoint: ['POST', '/webhooks'],
  updateWebhookEndpoint: ['PATCH', '/webhooks/whk_1'],
  createExternalAccount: ['POST', '/customers/cst_1/external-accounts'],
};

const names: Readonly<Record<Operation, readonly string[]>> = {
  createToken: ['apiKey', 'apiSecret'],
  createCustomer: [...Object.keys(people.complete), 'middleName', 'endorsements', 'metadata'],
  updateCustomer: [...Object.keys(people.complete), 'middleName', 'endorsements', 'metadata'],
  createWallet: ['asset', 'chain'],
  createWebhookEndpoint: ['url', 'events', 'enabled'],
  updateWebhookEndpoint: ['url', 'events', 'enabled'],
  createExternalAccount: ['type', 'network', 'owner', 'bankDetails'],
};

const texts = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      'US',
      'us',
      'ZZ',
      'usa',
      'individual',
      'business',
      'usd',
      'basic',
      'eur',
      'ssn',
      'visa',
      'usdc',
      'a.*',
    ],
    ...['+12025550143', '+0123', '+1', '12025550143', '+1234567890123456', '+12\n', 'US\n', '１９９０-01-01'],
    ...[
      '1990-05-15',
      '2000-02-29',
      '1900-02-29',
      '2023-02-29',
      '2024-02-30',
      '1990-00-10',
      '1990-13-01',
      '0000-02-29',
      '9999-12-31',
      '1990-04-31',
      '1990-5-1',
      '1990-05-15T00:00:00Z',
      ' 1990-05-15',
    ],
    ...[
      'a@b.co',
      'a@b',
      "o'b+c@x.example.com",
      'a..b@c.de',
      '.a@b.co',
      'a.@b.co',
      'a@-b.co',
      'a@b-.co',
      'a@b--c.co',
      'a@b.c_o',
      'A@B.CO',
      'a@b.co.',
      'é@b.co',
      'a@é.co',
      '"a b"@c.de',
      'a@[127.0.0.1]',
    ],
    ...[
      'https://x.example/hook',
      'http://x',
      'https:',
      'https://',
      'https:///',
      'urn:a:b',
      'x:y',
      '//x',
      '/x',
      'https://a:b',
      'https://a:80',
      'https://u:p@x/',
      'https://u@v@x/',
      'https://x/a b',
      'https://x/%41',
      'https://x/%4',
      'https://x/é',
      'https://[::1]/',
      'https://[::1]:8/x?y#z',
      'https://[::zz]/',
      'https://x?a=/?',
      'https://x#a#b',
      'http:/x:y',
      'http:/x/[',
      'mailto:a@b',
      '1http://x',
      'h+t-t.p://x',
      'https://x/a|b',
      'https://x\\y',
      'a:',
      'a:?',
      'a:#',
      'a:?x',
      'https://%zz',
    ],
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.stringMatching(/^[a-z.@-]{0,3}@[a-z.-]{0,5}$/),
  fc.stringMatching(/^(?:https?|x):\/{0,2}[a-z:@[\]./?#%0-9]{0,8}$/),
  fc.stringMatching(/^[0-9]{4}-[01][0-9]-[0-3][0-9]$/),
);
const others = fc.constantFrom<unknown>(
  null,
  true,
  false,
  0,
  1.5,
  [],
  {},
  [null],
  [[]],
  { a: 1 },
  ['US'],
  [{}],
);
const values = fc.oneof({ weight: 5, arbitrary: texts }, { weight: 1, arbitrary: others });
const part = (...keys: string[]) =>
  fc.dictionary(fc.constantFrom(...keys, 'more'), values, { maxKeys: 4, noNullPrototype: true });
const documents = fc.array(fc.oneof(part('type', 'issuingCountry', 'number'), values), { maxLength: 3 });
/** Values that are more often right than wrong, so that bodies of many fields are too. */
const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  residentialAddress: part('line1', 'line2', 'city', 'state', 'country', 'zipCode'),
  identifyingInformation: documents,
  endorsements: fc.array(fc.oneof(fc.constantFrom('basic', 'cryptoCustody', 'usd'), values), {
    maxLength: 3,
  }),
  metadata: part('plan'),
  events: fc.array(values, { maxLength: 3 }),
  owner: part('name', 'type'),
  bankDetails: part('accountNumber', 'routingNumber', 'accountType', 'bankName'),
  enabled: fc.boolean(),
  signedAgreement: fc.boolean(),
};

function valuesOf(name: string): fc.Arbitrary<unknown> {
  const right: unknown = {
    ...people.complete,
    type: 'individual',
    asset: 'usdc',
    url: 'https://app.example.com/hooks',
  }[name];
  const usual = fields[name] ?? texts;
  return fc.oneof(
    { weight: 24, arbitrary: right === undefined ? usual : fc.constant(right) },
    { weight: 3, arbitrary: usual },
    { weight: 1, arbitrary: values },
  );
}

function bodiesOf(operation: Operation): fc.Arbitrary<unknown> {
  const shape = Object.fromEntries(names[operation].map((name) => [name, valuesOf(name)]));
  return fc.oneof(
    { weight: 30, arbitrary: fc.record(shape, { requiredKeys: [] }) },
    { weight: 1, arbitrary: others },
  );
}

/** Operations that have a body. */
export const operationsWithBody = Object.keys(targets) as readonly Operation[];

/** What validator and mock server said of random bodies. */
export interface Agreement {
  readonly disagreements: readonly unknown[];
  readonly valid: number;
  readonly invalid: number;
}

/** Has this many random bodies of an operation checked by the validator of the client and by the mock server. */
export async function compareVerdicts(operation: Operation, count: number): Promise<Agreement> {
  const [method, path] = targets[operation];
  const headers = {
    authorization: 'Bearer any',
    'content-type': 'application/json',
    'idempotency-key': 'key',
  };
  const server = await startMockServer({ mode: 'mock', listen: false });
  const { validate } = validatorForBody(operation)['~standard'];
  const disagreements: unknown[] = [];
  let [valid, invalid] = [0, 0];
  for (const body of fc.sample(bodiesOf(operation), { seed: 7, numRuns: count })) {
    const text = JSON.stringify(body);
    const violations = await violationsOfRequest(server, { path, method, headers, body: text });
    const broken = violations.filter(
      ({ code, severity }) => severity === 'error' && code.startsWith('request.body'),
    );
    const { issues } = validate(JSON.parse(text));
    if (broken.length > 0) invalid += 1;
    else valid += 1;
    if (broken.length > 0 !== (issues !== undefined))
      disagreements.push({ text, issues, codes: broken.map(({ code }) => code) });
  }
  await server.close();
  return { disagreements, valid, invalid };
}
