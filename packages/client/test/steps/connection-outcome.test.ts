import { expect, test } from 'vitest';
import { outcomeOfConnection } from '../../src/steps/connection-outcome.js';

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
])('%s means that nothing was sent', (code) => {
  expect(outcomeOfConnection(nested(code))).toBe('not_sent');
});

test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT', 'X_ENOTFOUND'])(
  '%s leaves open what happened',
  (code) => {
    expect(outcomeOfConnection(nested(code))).toBe('unknown');
  },
);

test.each(['read', 'write'])('a route lost in a %s leaves open what happened', (syscall) => {
  const cause = Object.assign(new Error(), { code: 'EHOSTUNREACH', syscall });

  expect(outcomeOfConnection(new TypeError('fetch failed', { cause }))).toBe('unknown');
});

test.each([undefined, null, 'ECONNREFUSED', new Error('ECONNREFUSED'), { code: 7 }])(
  'a cause without a code leaves it open: %o',
  (cause) => {
    expect(outcomeOfConnection(cause)).toBe('unknown');
  },
);

test('a cause that leads back to itself ends', () => {
  const circle = new Error('circle') as Error & { cause: unknown };
  circle.cause = circle;

  expect(outcomeOfConnection(circle)).toBe('unknown');
});
