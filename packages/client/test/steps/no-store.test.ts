import { afterEach, expect, test, vi } from 'vitest';
import { observedClient } from '../harness/observed-client.js';

afterEach(() => vi.unstubAllGlobals());

async function cacheOptions(): Promise<unknown[]> {
  const { client, requests, exchanges } = observedClient();
  await client.customers.get('cst_1');
  return [...exchanges, ...requests].map(({ init }) => init.cache);
}

test('keeps responses and tokens out of the caches of frameworks', async () => {
  expect(await cacheOptions()).toEqual(['no-store', 'no-store']);
});

test.each([
  ['no Request, as in old versions of jsdom', undefined],
  ['a Request without caches, as in workerd before 2024-11', class Request {}],
])('leaves the option out where there is %s', async (_, request) => {
  vi.stubGlobal('Request', request);

  expect(await cacheOptions()).toEqual([undefined, undefined]);
});
