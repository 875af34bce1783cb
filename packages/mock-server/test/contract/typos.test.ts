import { startMockServer } from '@oms-sdk/mock-server';
import document from '@oms-sdk/openapi/openapi.json' with { type: 'json' };
import { afterAll, afterEach, expect, test } from 'vitest';
import { ask } from '../ask.js';

const server = await startMockServer({ mode: 'mock', listen: false });
afterEach(() => server.reset());
afterAll(() => server.close());

/** What is said of a body. */
async function remarks(line: string, body: unknown) {
  const { status } = await ask(server, line, { body });
  const warnings = server.violations.filter(({ severity }) => severity !== 'notice');
  const found = warnings.map(({ code, location, suggestion }) =>
    [code, location.join('.'), ...(suggestion === undefined ? [] : [suggestion])].join(' '),
  );
  return { status, found, messages: warnings.map(({ message }) => message) };
}

test.each([
  ['a letter too few', { fistName: 'Ann' }, 'fistName', 'firstName'],
  ['another case', { firstname: 'Ann' }, 'firstname', 'firstName'],
  ['underscores', { first_name: 'Ann' }, 'first_name', 'firstName'],
  ['a name further down', { residentialAddress: { zipcode: '1' } }, 'residentialAddress.zipcode', 'zipCode'],
])('a property with %s is a warning with the name that was meant', async (_, fields, place, meant) => {
  expect(await remarks('POST /customers', { type: 'individual', ...fields })).toMatchObject({
    status: 201,
    found: [`request.body.undeclared-property body.${place} ${meant}`],
    messages: [`The spec does not know this property; did you mean ${meant}?`],
  });
});

test.each([
  ['like nothing', { nickname: 'Ann' }],
  ['like one that the server sets', { createdat: '2026-01-01' }],
  ['like one that is there already', { firstName: 'Ann', firstName2: 'Ann' }],
  ['too long', { ['firstName'.repeat(20)]: 'Ann' }],
])('a property with a name %s is a warning without a suggestion', async (_, fields) => {
  expect(await remarks('POST /customers', { type: 'individual', ...fields })).toMatchObject({
    status: 201,
    messages: ['The spec does not know this property.'],
  });
});

test('a date that does not exist is refused', async () => {
  expect(await remarks('POST /customers', { type: 'individual', birthDate: '1990-02-31' })).toMatchObject({
    status: 422,
    found: ['request.body.format body.birthDate'],
  });
});

const wallets = 'POST /customers/cst_01H9Xa8F5dN6mP3q/wallets';
const hooks = { url: 'https://app.example.com/oms' };

test.each<[string, string, object, string]>([
  ['an asset in capitals', wallets, { asset: 'USDC', chain: 'polygon' }, 'asset usdc'],
  ['an asset there is not', wallets, { asset: 'dogecoin', chain: 'solana' }, 'asset'],
  ['a chain there is not', wallets, { asset: 'usdc', chain: 'mars' }, 'chain'],
  ['a misspelled chain', wallets, { asset: 'usdc', chain: 'poligon' }, 'chain polygon'],
  ['an unknown event', 'POST /webhooks', { ...hooks, events: ['customer.deleted'] }, 'events.0'],
  [
    'a misspelled event',
    'POST /webhooks',
    { ...hooks, events: ['webhook.test', 'wallet.depositdetcted'] },
    'events.1 wallet.depositDetected',
  ],
  ['a star for nothing', 'POST /webhooks', { ...hooks, events: ['wallets.*'] }, 'events.0'],
  ['a star in the wrong place', wallets, { asset: 'usd*', chain: 'polygon' }, 'asset usdc'],
])('%s is a warning', async (_, line, body, rest) => {
  expect(await remarks(line, body)).toMatchObject({
    status: 201,
    found: [`request.body.unknown-value body.${rest}`],
  });
});

test('what could be meant by a value is listed where nothing is near, and the value is not', async () => {
  expect((await remarks(wallets, { asset: 'dogecoin', chain: 'solana' })).messages).toEqual([
    'The spec does not name this value: it names usdc, btc, eth.',
  ]);
});

test.each<[string, object, string, string]>([
  [
    'a value of a short list',
    { endorsements: ['cryptocustody'] },
    'request.body.enum body.endorsements.0 cryptoCustody',
    'Must be one of basic, cryptoCustody, usd; did you mean cryptoCustody?',
  ],
  [
    'a value that is like none',
    { endorsements: ['gold'] },
    'request.body.enum body.endorsements.0',
    'Must be one of basic, cryptoCustody, usd.',
  ],
  ['the only value there is', { type: 'business' }, 'request.body.const body.type', 'Must be individual.'],
  [
    'a date that does not exist',
    { birthDate: '1990-02-31' },
    'request.body.format body.birthDate',
    'Must be a date that exists, such as 2000-02-29.',
  ],
  [
    'an email address that is none',
    { email: 'ann' },
    'request.body.format body.email',
    'Must be an email address, such as jane@example.com.',
  ],
])('a refusal says what was expected: %s', async (_, fields, finding, message) => {
  expect(await remarks('POST /customers', { type: 'individual', ...fields })).toEqual({
    status: 422,
    found: [finding],
    messages: [message],
  });
});

test('every mistake of a body has its own finding with what was meant', async () => {
  const body = { type: 'indvidual', firstname: 'Ann', endorsements: ['basics', 'gold', 'cryptocustody'] };

  expect(await remarks('POST /customers', body)).toEqual({
    status: 422,
    found: [
      'request.body.const body.type individual',
      'request.body.enum body.endorsements.0 basic',
      'request.body.enum body.endorsements.1',
      'request.body.enum body.endorsements.2 cryptoCustody',
      'request.body.undeclared-property body.firstname firstName',
    ],
    messages: [
      'Must be individual.',
      'Must be one of basic, cryptoCustody, usd; did you mean basic?',
      'Must be one of basic, cryptoCustody, usd.',
      'Must be one of basic, cryptoCustody, usd; did you mean cryptoCustody?',
      'The spec does not know this property; did you mean firstName?',
    ],
  });
});

test('every unknown value of a body is a warning of its own', async () => {
  const events = ['wallet.depositdetcted', 'customer.deleted', 'webhook.tset'];

  expect((await remarks(wallets, { asset: 'USDC', chain: 'poligon' })).found).toEqual([
    'request.body.unknown-value body.asset usdc',
    'request.body.unknown-value body.chain polygon',
  ]);
  server.reset();
  expect((await remarks('POST /webhooks', { ...hooks, events })).found).toEqual([
    'request.body.unknown-value body.events.0 wallet.depositDetected',
    'request.body.unknown-value body.events.1',
    'request.body.unknown-value body.events.2 webhook.test',
  ]);
});

test.each([
  ['GET /customers?statuss=active', 'Is not a parameter; did you mean status? There are: status, '],
  ['GET /customers?colour=blue', 'Is not a parameter. There are: status, '],
  ['GET /customers?status=gone', 'Must be one of active, inactive.'],
])('a refusal says which parameters there are, and which values: %s', async (line, message) => {
  const { status, messages } = await remarks(line, undefined);

  expect(status).toBe(400);
  expect(messages).toEqual([expect.stringContaining(message)]);
});

test('an empty list of events is a warning', async () => {
  expect(await remarks('POST /webhooks', { ...hooks, events: [] })).toMatchObject({
    status: 201,
    found: ['request.body.empty-list body.events'],
  });
});

test('each event of the spec, and all that begin alike, are no warning', async () => {
  const events = [...Object.keys(document.webhooks), 'customer.endorsement.*', 'wallet.*', '*'];

  expect(await remarks('POST /webhooks', { ...hooks, events })).toMatchObject({ status: 201, found: [] });
});

test('other empty lists are no warning', async () => {
  const body = { type: 'individual', endorsements: [], identifyingInformation: [] };

  expect((await remarks('POST /customers', body)).found).toEqual([]);
});
