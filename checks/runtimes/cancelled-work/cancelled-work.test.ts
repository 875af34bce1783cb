import { EventEmitter, on, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { compatibilityDate } from '../runners/workerd.js';

const exchange = 'POST /auth/token';

/** A request of the worker that has no response yet. */
interface HeldRequest {
  readonly line: string;
  respond(): void;
  /** Resolves when the worker has closed its connection: the runtime cancelled the request. */
  readonly cancelled: Promise<unknown>;
}

/** An API whose tokens live for `expiresIn` seconds, and which holds the requests for which `holds` says so. */
async function startApi(holds: (line: string, count: number) => boolean, expiresIn = 3600) {
  const lines: string[] = [];
  const tokens: unknown[] = [];
  const events = new EventEmitter();
  const held = on(events, 'held');
  const server = createServer((request, response) => {
    request.resume();
    const line = `${request.method} ${request.url}`;
    lines.push(line);
    const count = lines.filter((other) => other === line).length;
    if (line === 'GET /customers/cst_1') tokens.push(request.headers.authorization);
    const body = line === exchange ? { accessToken: `token-${count}`, expiresIn } : { id: 'cst_1' };
    const respond = () =>
      void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (!holds(line, count)) return respond();
    events.emit('held', { line, respond, cancelled: once(response, 'close') } satisfies HeldRequest);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const nextHeld = async (): Promise<HeldRequest> => (await held.next()).value[0];
  return { url: `http://127.0.0.1:${port}`, lines, tokens, nextHeld };
}

let code: string;
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    // The settings of the packages would lead to their sources.
    tsconfigRaw: {},
    write: false,
  });
  code = outputFiles[0]?.text ?? '';
});

/** The worker in workerd; the returned function visits it and resolves to what the call of the client came to. */
function startWorker(api: string) {
  const miniflare = new Miniflare({
    compatibilityDate,
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: code }],
    bindings: { api },
  });
  onTestFinished(() => miniflare.dispose());
  return async (query = ''): Promise<unknown> =>
    (await miniflare.dispatchFetch(`http://worker.test/?${query}`)).json();
}

test('an exchange that was cancelled with its request is followed by another', async () => {
  const api = await startApi((line, count) => line === exchange && count === 1);
  const visit = startWorker(api.url);

  expect(await visit('deadlineMs=300')).toBe('TimeoutError');
  await (await api.nextHeld()).cancelled;

  expect(await visit()).toBe('ok');
  expect(api.tokens).toEqual(['Bearer token-2']);
});

test('without waitUntil, the write to a store is cancelled with the request that began it', async () => {
  const api = await startApi((line) => line === 'PUT /store/begun');
  const visit = startWorker(api.url);

  expect(await visit()).toBe('ok');

  await (await api.nextHeld()).cancelled;
  expect(await visit()).toBe('ok');
  expect(api.lines).not.toContain('PUT /store/complete');
});

test('with waitUntil, the store is written behind the response', async () => {
  const api = await startApi((line) => line === 'PUT /store/begun');
  const visit = startWorker(api.url);

  expect(await visit('keep')).toBe('ok');

  (await api.nextHeld()).respond();
  await expect.poll(() => api.lines, { timeout: 60_000 }).toContain('PUT /store/complete');
});

test('without waitUntil, a renewal that was cancelled does not affect later requests', async () => {
  const api = await startApi((line, count) => line === exchange && count === 2, 60);
  const visit = startWorker(api.url);
  expect(await visit()).toBe('ok');

  expect(await visit()).toBe('ok');
  await (await api.nextHeld()).cancelled;

  expect(await visit()).toBe('ok');
  expect(api.tokens).toEqual(Array(3).fill('Bearer token-1'));
});

test('with waitUntil, a renewal ends behind the response, and later requests use its token', async () => {
  const api = await startApi((line, count) => line === exchange && count === 2, 60);
  const visit = startWorker(api.url);
  expect(await visit()).toBe('ok');

  expect(await visit('keep')).toBe('ok');
  (await api.nextHeld()).respond();
  await expect.poll(() => api.lines, { timeout: 60_000 }).toContain('PUT /kept');

  expect(await visit()).toBe('ok');
  expect(api.tokens).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
});
