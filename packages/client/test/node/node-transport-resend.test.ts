import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { exchange } from '../../src/node/exchange.js';
import { caught } from '../harness/caught.js';

/** Sends a request whose every connection fails with this code, and counts how often it goes out. */
async function attemptsOf(method: string, code: string, reusedSocket = true): Promise<number> {
  let attempts = 0;
  const connection = () => {
    attempts += 1;
    const request = Object.assign(new EventEmitter(), { reusedSocket, method, end: () => request });
    queueMicrotask(() => request.emit('error', Object.assign(new Error(code), { code })));
    return request as never;
  };
  const error = await caught(exchange({ connection, url: 'http://a/', path: '/', init: { method } }));
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
])('a %s on a kept connection that fails with %s goes out %i times', async (method, code, attempts) => {
  expect(await attemptsOf(method, code)).toBe(attempts);
});

test('a GET on a new connection goes out once', async () => {
  expect(await attemptsOf('GET', 'ECONNRESET', false)).toBe(1);
});
