import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { startUpstream } from '../modes/proxy/upstream.js';

const part = Buffer.alloc(65_536);
let flooded = 0;

/** Writes 10 GB, for as long as somebody reads. */
const flood: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': String(10 ** 10) });
  const more = () => {
    if (response.destroyed) return;
    flooded += part.length;
    if (response.write(part)) setImmediate(more);
  };
  response.on('drain', more);
  more();
};

/** What a receiver does, and the status of the first attempt at it: 0 without a response. */
const receivers: readonly (readonly [
  name: string,
  listener: RequestListener,
  statuses: readonly number[],
])[] = [
  ['never responds', () => undefined, []],
  ['responds with 10 GB', flood, [200]],
  ['redirects', (_, response) => void response.writeHead(307, { location: '/elsewhere' }).end(), [307]],
  ['resets the connection', ({ socket }) => void (socket as Socket).resetAndDestroy(), [0]],
  ['breaks off in the headers', ({ socket }) => void socket.end('HTTP/1.1 200 OK\r\nx-half: '), [0]],
  ['speaks no HTTP', ({ socket }) => void socket.end('220 mail.example ESMTP\r\n'), [0]],
  [
    'sends endless headers',
    ({ socket }) => void socket.write(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`),
    [0],
  ],
];

test('receivers that misbehave delay neither the one that does not, nor the server', async () => {
  const wrong = await Promise.all(receivers.map(([, listener]) => startUpstream(listener)));
  const [silent] = wrong;
  const good = await startUpstream((_, response) => response.end());
  const webhookEndpoints = [...wrong, good].map(({ origin }) => ({ url: `${origin}/`, secret: 'whsec_x' }));
  const server = await startMockServer({ webhookEndpoints });
  onTestFinished(() => server.close());
  const attempts = () => {
    const made = server.sandbox.deliveries().slice(0, receivers.length);
    return made.map(({ attempts }, index) => [receivers[index]?.[0], attempts.slice(0, 1)]).slice(1);
  };

  for (const _ of [1, 2, 3]) server.sandbox.trigger('wallet.depositDetected');
  await expect.poll(() => good.seen.length, { timeout: 60_000 }).toBe(3);
  expect(silent?.seen).toHaveLength(1);
  await expect
    .poll(attempts, { timeout: 60_000 })
    .toEqual(receivers.slice(1).map(([name, , statuses]) => [name, statuses]));

  expect(new Set(wrong.flatMap(({ seen }) => seen.map(({ url }) => url)))).toEqual(new Set(['/']));
  expect(flooded).toBeLessThan(10 ** 9);
  expect((await fetch(new URL('/__oms/health', server.url))).status).toBe(200);
});
