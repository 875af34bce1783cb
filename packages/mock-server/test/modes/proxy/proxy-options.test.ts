import https from 'node:https';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test, vi } from 'vitest';

const advice = 'such as https://sandbox-api.polygon.technology/v0.9';
const noUrl = `upstream must be the base URL of the API, http or https, ${advice}`;

test.each([
  ['no upstream', {}, noUrl],
  ['something that is no URL', { upstream: 'localhost:3000' }, noUrl],
  ['another scheme', { upstream: 'ftp://localhost/v0.9' }, noUrl],
  [
    'credentials in the URL',
    { upstream: 'https://jane:secret@localhost/v0.9' },
    'upstream must not contain a user or password; send credentials in the requests',
  ],
  [
    'an upstream that is not on this machine, in clear',
    { upstream: 'http://api.example/v0.9' },
    'upstream must begin with https:; http: is for loopback, or for allowHttp (--allow-http)',
  ],
  [
    'a query',
    { upstream: 'https://localhost/v0.9?a=1' },
    `upstream must end with its path, without a query, ${advice}`,
  ],
])('a proxy with %s is refused', async (_, options, message) => {
  await expect(startMockServer({ mode: 'proxy', listen: false, ...options })).rejects.toThrow(
    new TypeError(message),
  );
});

test.each([
  [{ mode: 'mock', upstream: 'http://localhost' } as const, "upstream needs mode: 'proxy'"],
  [{ upstreamTimeoutMs: 5 }, "upstreamTimeoutMs needs mode: 'proxy'"],
  [{ mode: 'mock', webhookEndpoints: [] } as const, "webhookEndpoints needs mode: 'sandbox'"],
  [{ mode: 'mock', webhooks: { copies: 2 } } as const, "webhooks needs mode: 'sandbox'"],
  [{ mode: 'mock', deliver: async () => 200 } as const, "deliver needs mode: 'sandbox'"],
])('an option of another mode is refused: %j', async (options, message) => {
  await expect(startMockServer({ listen: false, ...options })).rejects.toThrow(message);
});

test('an upstream may be silent for 30 seconds unless told otherwise', async () => {
  const send = vi.spyOn(https, 'request');
  onTestFinished(() => send.mockRestore());
  const proxy = await startMockServer({ mode: 'proxy', upstream: 'https://127.0.0.1:9', listen: false });
  await proxy.fetch(`${proxy.url}/customers`);

  expect(send.mock.calls.map((call) => call[1])).toMatchObject([{ timeout: 30_000 }]);
});

test('a live key is not sent in clear even where http: is allowed', async () => {
  const upstream = 'http://api.example';
  const proxy = await startMockServer({ mode: 'proxy', upstream, allowHttp: true, listen: false });
  const response = await proxy.fetch(`${proxy.url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ apiKey: 'sk_live_made_up', apiSecret: 'made-up' }),
  });

  expect(response.status).toBe(403);
});

test.each(['localhost', '127.0.0.1', '0.0.0.0'])(
  'a proxy in front of itself is refused: %s',
  async (name) => {
    const other = await startMockServer();
    const port = Number(new URL(other.url).port);
    await other.close();

    await expect(
      startMockServer({ mode: 'proxy', upstream: `http://${name}:${port}`, port, allowHttp: true }),
    ).rejects.toThrow('upstream is this server itself');
  },
);
