import type { Middleware } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

/** What Next.js throws to say that a page is dynamic, redirected or not found. */
const controlFlow = Object.assign(new Error('Dynamic server usage'), { digest: 'DYNAMIC_SERVER_USAGE' });
const fail = () => Promise.reject(controlFlow);

test('passes an error of the framework through from fetch, untouched and without a retry', async () => {
  const { client, requests } = observedClient(fail, { maxRetries: 2 });

  expect(await caught(client.customers.get('cst_1'))).toBe(controlFlow);
  expect(Object.keys(controlFlow)).toEqual(['digest']);
  expect(requests).toHaveLength(1);
});

test('passes it through from a token exchange', async () => {
  const { client } = observedClient(undefined, { exchange: fail });

  expect(await caught(client.customers.get('cst_1'))).toBe(controlFlow);
});

test('passes it through from token', async () => {
  const { client } = observedClient(undefined, { token: fail });

  expect(await caught(client.customers.get('cst_1'))).toBe(controlFlow);
});

test('passes it through from middleware', async () => {
  const middleware: Middleware[] = [fail];
  const { client } = observedClient(undefined, { middleware });

  expect(await caught(client.customers.get('cst_1'))).toBe(controlFlow);
});

test('passes it through from a retry, though the first attempt failed', async () => {
  const { client } = observedClient(
    (_, index) => (index === 0 ? json({}, 503, { 'retry-after-ms': '1' }) : fail()),
    {
      maxRetries: 2,
    },
  );

  expect(await caught(client.customers.get('cst_1'))).toBe(controlFlow);
});

test('wraps an error whose digest is inherited, as it belongs to no framework', async () => {
  const { client } = observedClient(() => Promise.reject(Object.create({ digest: 'x' })));

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({ name: 'ConnectionError' });
});
