import type { ClientRequest } from 'node:http';
import { nodeFetch } from '@oms-sdk/client/node';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';

/** Sends a request whose every connection fails with this code, and counts how often it is sent. */
async function attemptsOf(method: string, code: string, reusedSocket = true): Promise<number> {
  let attempts = 0;
  const agent = {
    protocol: 'http:',
    defaultPort: 80,
    destroy: () => undefined,
    addRequest(request: ClientRequest) {
      attempts += 1;
      request.reusedSocket = reusedSocket;
      queueMicrotask(() => request.emit('error', Object.assign(new Error(code), { code })));
    },
  };
  const error = await caught(nodeFetch({ agent })('http://a/', { method }));
  expect(error.message).toBe(code);
  return attempts;
}

test.each([
  ['GET', 'ECONNRESET', 2],
  ['GET', 'EPIPE', 2],
  ['POST', 'EPIPE', 2],
  ['POST', 'ECONNRESET', 1],
  ['PATCH', 'ECONNRESET', 1],
  ['DELETE', 'ECONNRESET', 1],
  ['GET', 'ETIMEDOUT', 1],
])('a %s on a kept connection that fails with %s is sent %i times', async (method, code, attempts) => {
  expect(await attemptsOf(method, code)).toBe(attempts);
});

test('a GET on a new connection is sent once', async () => {
  expect(await attemptsOf('GET', 'ECONNRESET', false)).toBe(1);
});
