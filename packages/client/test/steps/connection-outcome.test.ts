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

test.each([
  { code: 'ETIMEDOUT', syscall: 'connect' },
  { code: 'ECONNRESET', syscall: 'connect' },
  { code: 'EPERM', syscall: 'connect' },
  { code: 'EADDRNOTAVAIL', syscall: 'bind' },
  { code: 'EMFILE', syscall: 'socket' },
  { code: 'ESOMETHING', syscall: 'getaddrinfo' },
  { code: 'ERR_SSL_WRONG_VERSION_NUMBER' },
  { code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA' },
  { code: 'HOSTNAME_MISMATCH' },
  { code: 'ERR_INVALID_URL' },
  { code: 'ERR_PROXY_TUNNEL' },
  { code: 'UND_ERR_ABORTED', message: 'Proxy response (407) !== 200 when HTTP Tunneling' },
  {
    code: 'ECONNRESET',
    message: 'Client network socket disconnected before secure TLS connection was established',
  },
])('a failure before the connection stands means that nothing was sent: %o', async (cause) => {
  expect(await outcomeOf(new TypeError('fetch failed', { cause }))).toBe('not_sent');
});

test.each([
  [['connect', 'connect'], 'not_sent'],
  [['connect', 'read'], 'unknown'],
])('several addresses that ended in %o mean %s', async (syscalls, outcome) => {
  const errors = syscalls.map((syscall) => Object.assign(new Error(), { code: 'ETIMEDOUT', syscall }));
  const cause = Object.assign(new AggregateError(errors), { code: 'ETIMEDOUT' });

  expect(await outcomeOf(new TypeError('fetch failed', { cause }))).toBe(outcome);
});

test.each([
  { code: 'EPROTO', syscall: 'write' },
  { code: 'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC' },
  { code: 'UND_ERR_ABORTED', message: 'aborted' },
])('what may have happened after the first byte leaves it open: %o', async (cause) => {
  expect(await outcomeOf(new TypeError('fetch failed', { cause }))).toBe('unknown');
});

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
