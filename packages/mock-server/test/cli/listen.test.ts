import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test, vi } from 'vitest';
import { listen } from '../../src/cli/listen.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { runCli } from './running-cli.js';

const event = 'wallet.depositDetected';

/** An application that takes webhooks, each with the next status, and what it got. */
async function application(...statuses: number[]) {
  const taken: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    taken.push({ headers: request.headers, body });
    response.writeHead(statuses.shift() ?? 200).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`, taken };
}

async function sandbox(options = {}) {
  const server = await startMockServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** Listens to a server until it goes away. */
async function listening(server: MockServer, forwardTo: string) {
  const lines: string[] = [];
  const ended = listen({ url: server.url, forwardTo }, (line) => lines.push(line));
  const outcome = ended.catch((error: unknown) => error);
  await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 10_000 });
  return { lines, outcome };
}

test('prints the secret and each delivery, and passes them on as they are', async () => {
  const [server, app] = [await sandbox(), await application(200, 503)];
  const { lines } = await listening(server, app.url);
  server.sandbox.trigger(event);
  await server.sandbox.delivered();
  const [{ id } = { id: '' }] = server.sandbox.trigger(event);
  await server.sandbox.delivered();
  const secret = await (await server.fetch(new URL('/__oms/listen-secret', server.url))).json();

  expect(lines).toEqual([
    `Events of ${server.url} go to ${app.url}  Secret: ${secret.secret}`,
    expect.stringMatching(new RegExp(`^→ ${event}  ${app.url}  200  \\d+ ms$`)),
    expect.stringMatching(new RegExp(`^→ ${event}  ${app.url}  503  \\d+ ms$`)),
  ]);
  expect(JSON.parse(app.taken[1]?.body ?? '{}')).toMatchObject({ event, id });
  expect(app.taken[0]?.headers['webhook-signature']).toMatch(/^t=\d+,v1=[\da-f]{64}$/);
  expect(server.sandbox.deliveries()).toMatchObject([
    { state: 'delivered', attempts: [200] },
    { state: 'pending', attempts: [503] },
  ]);
});

test('an application that is not there is no end of it', async () => {
  const server = await sandbox();
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const { lines } = await listening(server, `http://127.0.0.1:${port}/`);
  server.sandbox.trigger(event);
  await server.sandbox.delivered();

  expect(lines[1]).toBe(`→ ${event}  http://127.0.0.1:${port}/  refused`);
  expect(server.sandbox.deliveries()).toMatchObject([{ state: 'pending', attempts: [0] }]);
});

test('says so when the server goes away', async () => {
  const [server, app] = [await sandbox(), await application()];
  const { outcome } = await listening(server, app.url);
  await server.close();

  expect(await outcome).toEqual(new UsageError(`The server at ${server.url} is gone.`));
});

test('as a command it forwards, and ends with exit code 2 and one sentence when the server is gone', async () => {
  const [server, app] = [await sandbox(), await application()];
  const ended = runCli('listen', '--url', server.url, '--forward-to', app.url);
  const { endpoints } = await vi.waitFor(
    async () => {
      const listed = await (await server.fetch(new URL('/__oms/endpoints', server.url))).json();
      expect(listed.endpoints).toHaveLength(1);
      return listed;
    },
    { timeout: 20_000 },
  );
  server.sandbox.trigger(event);
  await server.sandbox.delivered();
  await server.close();

  expect(endpoints).toMatchObject([{ url: app.url }]);
  expect(await ended).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/^Events of .+\n→ wallet\.depositDetected {2}\S+ {2}200 {2}\d+ ms\n$/),
    stderr: `The server at ${server.url} is gone.\n`,
  });
});

test('its endpoint is there as long as somebody listens', async () => {
  const [server, app] = [await sandbox(), await application()];
  const leaving = new AbortController();
  const route = new URL(`/__oms/listen?url=${encodeURIComponent('https://app.example/hooks')}`, server.url);
  const endpoints = async () =>
    (await (await server.fetch(new URL('/__oms/endpoints', server.url))).json()).endpoints;
  await server.fetch(route, { signal: leaving.signal });

  expect(await endpoints()).toMatchObject([{ url: 'https://app.example/hooks', neverCalled: null }]);
  expect((await server.fetch(route)).status).toBe(409);
  server.sandbox.trigger(event);
  const delivered = server.sandbox.delivered();
  leaving.abort();
  await delivered;
  expect(await endpoints()).toEqual([]);
  expect(app.taken).toEqual([]);
});

test('prints the secret alone, which stays the same', async () => {
  const server = await sandbox({ seed: 7 });
  const lines: string[] = [];
  for (const _ of [1, 2]) await listen({ url: server.url, printSecret: true }, (line) => lines.push(line));

  expect(lines).toEqual([lines[0], lines[0]]);
  expect(lines[0]).toMatch(/^whsec_[\da-f]{64}$/);
});

test.each([
  [
    'a server that is not there',
    { url: 'http://127.0.0.1:9', forwardTo: 'http://127.0.0.1:3000/' },
    'There is no oms-mock at',
  ],
  ['no URL to forward to', { url: 'http://127.0.0.1:9' }, '--forward-to must be the URL'],
  [
    'a URL that is none',
    { url: 'http://127.0.0.1:9', forwardTo: 'localhost:3000' },
    '--forward-to must be the URL',
  ],
])('is refused with %s', async (_, command, message) => {
  const refusal = listen(command, () => undefined);

  await expect(refusal).rejects.toThrow(message);
  await expect(refusal).rejects.toBeInstanceOf(UsageError);
});

test('is refused where there is no sandbox, and no oms-mock', async () => {
  const mock = await sandbox({ mode: 'mock' });
  const app = await application();
  const to = (url: string) => listen({ url, forwardTo: app.url }, () => undefined);

  await expect(to(mock.url)).rejects.toThrow('there is no sandbox in this mode');
  await expect(to(app.url)).rejects.toThrow('is no oms-mock: it responds with 200');
});
