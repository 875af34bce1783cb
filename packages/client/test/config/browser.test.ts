import { ConfigurationError } from '@oms-sdk/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

beforeEach(() => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', {});
});
afterEach(() => vi.unstubAllGlobals());

test('refuses a secret in a browser', async () => {
  const error = await caught<ConfigurationError>(() => observedClient());

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe('dangerouslyAllowBrowser');
});

test('takes a secret in a browser when told to', () => {
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
