import { RateLimitError, ResponseError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json, streamed } from '../harness/responses.js';

/** A response without end, which counts how much of it was taken. */
function endless(status = 200, byte = 0x20) {
  const taken = { bytes: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += 1024;
      controller.enqueue(new Uint8Array(1024).fill(byte));
    },
    cancel() {
      taken.isCancelled = true;
    },
  });
  return { taken, response: new Response(body, { status, headers: { 'content-type': 'application/json' } }) };
}

test('stops reading at the limit and closes the connection', async () => {
  const { taken, response } = endless();
  const { client } = observedClient(() => response, { maxResponseBytes: 10_000 });

  const error = await caught<ResponseError>(client.customers.list());

  expect(error).toBeInstanceOf(ResponseError);
  expect(error.reason).toBe('too-large');
  expect(error.message).toBe(
    'GET /customers: the response with status 200 is larger than the limit of 10000 bytes.',
  );
  expect(taken.bytes).toBeLessThan(15_000);
  expect(taken.isCancelled).toBe(true);
});

test('has a limit of ten million bytes by default', async () => {
  const { taken, response } = endless();
  const { client, requests } = observedClient(() => response, { maxRetries: 1 });

  const { message } = await caught(client.customers.list());

  expect(message).toContain('the limit of 10000000 bytes');
  expect(taken.bytes).toBeGreaterThan(10_000_000);
  expect(requests).toHaveLength(1);
});

test('takes a response of exactly the limit', async () => {
  const token = async () => 'token';
  const { client } = observedClient(() => json({ id: 'cst_1' }), { maxResponseBytes: 14, token });

  expect(await client.customers.get('cst_1')).toEqual({ id: 'cst_1' });
});

test('refuses bytes that are not UTF-8', async () => {
  const { client } = observedClient(() => streamed(['{"firstName":"', new Uint8Array([0xff]), '"}']));

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({
    name: 'ResponseError',
    reason: 'invalid-utf8',
  });
});

test('refuses a last character that is cut', async () => {
  const { client } = observedClient(() => streamed(['{"firstName":"', new Uint8Array([0xc3])]));

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({ reason: 'invalid-utf8' });
});

test('says that the connection broke, with the cause', async () => {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  const { client } = observedClient(() => streamed(['{"id":', Promise.reject(cause)]));

  const error = await caught<ResponseError>(client.customers.get('cst_1'));

  expect(error.reason).toBe('interrupted');
  expect(error.cause).toBe(cause);
});

test('redacts a cause that quotes what was sent', async () => {
  const { client } = observedClient(({ url }) => streamed(['{', Promise.reject(new Error(`${url} closed`))]));

  const error = await caught<ResponseError>(client.customers.get('cst_1'));

  expect(error.reason).toBe('interrupted');
  expect(String(error.cause)).not.toContain('cst_1');
});

test('refuses a response that somebody has read already', async () => {
  const used = json({ id: 'cst_1' });
  await used.text();
  const { client } = observedClient(() => used);

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({
    name: 'ResponseError',
    reason: 'interrupted',
  });
});

test.each([
  ['is too large', () => endless(429).response],
  ['is not UTF-8', () => streamed([new Uint8Array([0xff])], 429)],
  ['is interrupted', () => streamed(['{', Promise.reject(new Error('closed'))], 429)],
])('lets a 429 be a RateLimitError when its body %s', async (_, reply) => {
  const { client } = observedClient(reply, { maxResponseBytes: 10_000 });

  expect(await caught(client.customers.list())).toBeInstanceOf(RateLimitError);
});

test('closes the connection of a body that is not UTF-8', async () => {
  const { taken, response } = endless(200, 0xff);
  const { client } = observedClient(() => response);

  expect(await caught(client.customers.list())).toMatchObject({ reason: 'invalid-utf8' });
  expect(taken.bytes).toBeLessThan(15_000);
  expect(taken.isCancelled).toBe(true);
});
