import { type ConfigurationError, type FetchedResponse, OmsClient, ResponseError } from '@oms-sdk/client';
import { afterEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';

afterEach(() => vi.unstubAllGlobals());

const text = '{"id":"cst_1","firstName":"Zoë"}';
const bytes = () => Promise.resolve(new TextEncoder().encode(text).buffer);
const body = { text: () => Promise.resolve(text), arrayBuffer: bytes };

/** A client whose `fetch` returns objects with these properties, and how often it was called. */
function clientOf(properties: object, status = 200, maxResponseBytes = 1_000) {
  const fetch = vi.fn(
    async (): Promise<FetchedResponse> => ({
      status,
      headers: new Headers({ 'content-type': 'application/json' }),
      ...properties,
    }),
  );
  return { fetch, client: new OmsClient({ token: async () => 'token', fetch, maxResponseBytes }) };
}

test.each([
  ['text() alone, as in React Native', { body: undefined, text: body.text }],
  ['arrayBuffer(), as with whatwg-fetch', { body: undefined, ...body }],
  ['arrayBuffer() alone', { arrayBuffer: bytes }],
  ['a stream of Node for a body, as with node-fetch 2', { body: { pipe: () => undefined }, ...body }],
])('reads a response with %s, and sends the request once', async (_, properties) => {
  const { client, fetch } = clientOf(properties);

  expect(await client.customers.create({ type: 'individual' })).toEqual({ id: 'cst_1', firstName: 'Zoë' });
  expect(fetch).toHaveBeenCalledOnce();
});

test.each([
  ['text()', { text: body.text }],
  ['arrayBuffer()', { arrayBuffer: bytes }],
])('limits what %s reads', async (_, properties) => {
  const { client } = clientOf(properties, 200, 20);

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({ reason: 'too-large' });
});

test('reads the text of a response in a runtime that cannot decode bytes', async () => {
  vi.stubGlobal('TextDecoder', undefined);
  const { client } = clientOf({ body: new Blob([text]).stream(), ...body });

  expect(await client.customers.get('cst_1')).toMatchObject({ firstName: 'Zoë' });
});

test('refuses a response whose body nothing can read, and does not send the request again', async () => {
  const { client, fetch } = clientOf({});

  const error = await caught<ConfigurationError>(client.customers.create({ type: 'individual' }));

  expect(error).toMatchObject({ name: 'ConfigurationError', option: 'fetch', outcome: 'unknown' });
  expect(fetch).toHaveBeenCalledOnce();
});

test('refuses a redirect whose body cannot be cancelled', async () => {
  const { client } = clientOf({ body: { pipe: () => undefined } }, 302);

  const error = await caught(client.customers.get('cst_1'));

  expect(error).toBeInstanceOf(ResponseError);
  expect(error).toMatchObject({ reason: 'redirect' });
});
