import type { ConnectionError, Outcome } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

/** The outcome of a call whose `fetch` rejects with this. */
async function outcomeOf(reason: unknown): Promise<Outcome> {
  const { client } = observedClient(() => Promise.reject(reason));
  const error = await caught<ConnectionError>(client.customers.create({ type: 'individual' }));
  expect(error.name).toBe('ConnectionError');
  return error.outcome;
}

const nested = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('inner'), { code }) });

test.each([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ConnectionRefused',
])('%s means that nothing was sent', async (code) => {
  expect(await outcomeOf(nested(code))).toBe('not_sent');
});

test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT', 'X_ENOTFOUND'])(
  '%s leaves open what happened',
  async (code) => {
    expect(await outcomeOf(nested(code))).toBe('unknown');
  },
);

test.each(['read', 'write'])('a route lost in a %s leaves open what happened', async (syscall) => {
  const cause = Object.assign(new Error(), { code: 'EHOSTUNREACH', syscall });

  expect(await outcomeOf(new TypeError('fetch failed', { cause }))).toBe('unknown');
});

test.each([undefined, null, 'ECONNREFUSED', new Error('ECONNREFUSED'), { code: 7 }])(
  'a cause without a code leaves it open: %o',
  async (cause) => {
    expect(await outcomeOf(cause)).toBe('unknown');
  },
);

test('a cause that leads back to itself ends', async () => {
  const circle = new Error('circle') as Error & { cause: unknown };
  circle.cause = circle;

  expect(await outcomeOf(circle)).toBe('unknown');
});
