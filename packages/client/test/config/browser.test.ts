import { ConfigurationError } from '@oms-sdk/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

beforeEach(() => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', {});
});
afterEach(() => vi.unstubAllGlobals());

/** A worker has neither a window nor a document. */
function becomeWorker(userAgent: string) {
  vi.unstubAllGlobals();
  vi.stubGlobal('WorkerGlobalScope', class {});
  vi.stubGlobal('navigator', { userAgent });
}

test('refuses a secret in a worker of a page, and sends no User-Agent from there', async () => {
  becomeWorker(userAgent);

  expect(await caught(() => observedClient())).toMatchObject({ option: 'dangerouslyAllowBrowser' });

  const { client, requests } = observedClient(undefined, { token: async () => 'token' });
  await client.customers.list();
  expect(requests[0]?.headers).not.toHaveProperty('user-agent');
});

test.each(['Cloudflare-Workers', 'Deno/2.9.5', 'Bun/1.4.5', 'Node.js/24'])(
  'takes a secret in a worker of a server: %s',
  (name) => {
    becomeWorker(name);

    expect(() => observedClient()).not.toThrow();
  },
);

test('refuses a secret in a browser', async () => {
  const error = await caught<ConfigurationError>(() => observedClient());

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe('dangerouslyAllowBrowser');
  expect(error.message).toContain('pass token');
});

test('takes a secret in a browser when dangerouslyAllowBrowser is true', () => {
  expect(() => observedClient(undefined, { dangerouslyAllowBrowser: true })).not.toThrow();
});

test('takes a token function in a browser', () => {
  expect(() => observedClient(undefined, { token: async () => 'token' })).not.toThrow();
});

test('sends no User-Agent from a browser, which would need a preflight', async () => {
  const { client, requests } = observedClient(undefined, { token: async () => 'token' });

  await client.customers.list();

  expect(requests[0]?.headers).not.toHaveProperty('user-agent');
});
