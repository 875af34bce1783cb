import { type CustomerCreateParams, InvalidArgumentError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';

test('sends every field of a body unchanged', async () => {
  const { client, requests } = observedClient();
  const params = example<CustomerCreateParams>('customer-create-jane');

  await client.customers.create(params);

  expect(requests[0]?.init.body).toBe(JSON.stringify(params));
});

test('sends no body and no content type with a GET', async () => {
  const { client, requests } = observedClient();

  await client.customers.get('cst_1');

  expect(requests[0]?.init).not.toHaveProperty('body');
  expect(requests[0]?.headers).not.toHaveProperty('content-type');
});

const circular: Record<string, unknown> = { birthDate: 'marker' };
circular['self'] = circular;

test.each([
  ['is circular', circular],
  ['holds a BigInt', { amount: 1n, birthDate: 'marker' }],
])('refuses a body that %s before anything is sent', async (_, metadata) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.customers.create({ type: 'individual', metadata }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('body');
  expect(String(error.cause)).not.toContain('marker');
  expect(requests).toEqual([]);
});

test.each([
  ['a function', () => 'marker'],
  ['a symbol', Symbol('marker')],
  ['an object without a form in JSON', { toJSON: () => undefined }],
])('refuses %s in place of a body before anything is sent', async (_, body) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.request('POST', '/things', { body }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('body');
  expect(requests).toEqual([]);
});

/** What JSON would make an empty object or null of. In Bun some of these have a `toJSON`, so that nothing is lost. */
const lost: [kind: string, value: unknown][] = [
  ['Map', new Map([['type', 'individual']])],
  ['Set', new Set(['individual'])],
  ['FormData', new FormData()],
  ['Blob', new Blob(['{}'])],
  ['URLSearchParams', new URLSearchParams('type=individual')],
  ['Promise', Promise.resolve({ type: 'individual' })],
  ['Headers', new Headers({ type: 'individual' })],
  ['ArrayBuffer', new ArrayBuffer(8)],
  ['RegExp', /individual/],
  ['NaN', Number.NaN],
];

test.each(lost.filter(([, value]) => !('toJSON' in Object(value))))(
  'refuses a %s by name, as a body and inside of one, before anything is sent',
  async (kind, value) => {
    const { client, requests } = observedClient();

    for (const body of [value, { type: 'individual', metadata: { inner: [value] } }]) {
      const error = await caught<InvalidArgumentError>(client.customers.create(body as CustomerCreateParams));

      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(error.argument).toBe('body');
      expect(error.message).toContain(`a value of kind ${kind} would be lost`);
    }
    expect(requests).toEqual([]);
  },
);

test.each<[string, object, string]>([
  [
    'an instance of a class',
    new (class {
      type = 'individual';
      phone = null;
    })(),
    '{"type":"individual","phone":null}',
  ],
  ['an object without a prototype', Object.assign(Object.create(null), { metadata: {} }), '{"metadata":{}}'],
  [
    'what has a form in JSON',
    { metadata: {}, at: new Date(0) },
    '{"metadata":{},"at":"1970-01-01T00:00:00.000Z"}',
  ],
])('sends %s', async (_, body, text) => {
  const { client, requests } = observedClient();

  await client.request('POST', '/things', { body });

  expect(requests[0]?.init.body).toBe(text);
});

test.each(['GET', 'HEAD'])('refuses a body with a %s, which no fetch sends', async (method) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.request(method, '/things', { body: {} }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('body');
  expect(requests).toEqual([]);
});
