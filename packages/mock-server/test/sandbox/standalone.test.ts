import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import document from '@oms-sdk/openapi/openapi.json' with { type: 'json' };
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { routes } from '../../src/generated/operations.gen.js';
import { alice, documents } from './observed-sandbox.js';
import { standaloneSandbox } from './standalone-sandbox.js';

/** The entry point as it is published, for a place that has no `process`, `Buffer` or `require`. */
async function bundled(format: 'esm' | 'iife') {
  const entryPoints = [fileURLToPath(new URL('../../src/sandbox.ts', import.meta.url))];
  const settings = { bundle: true, write: false, platform: 'browser', logLevel: 'silent' } as const;
  const { outputFiles } = await build({ entryPoints, format, globalName: 'oms', ...settings });
  return outputFiles[0]?.text ?? '';
}

test('the sandbox alone walks from a token to a wallet', async () => {
  const { sandbox, send } = await standaloneSandbox();

  const { body } = await send('POST', '/customers', { ...alice, ...documents });
  sandbox.advance(1000);
  const wallet = await send('POST', `/customers/${body['id']}/wallets`, { asset: 'usdc', chain: 'polygon' });

  expect(wallet.status).toBe(201);
  expect((await send('GET', `/customers/${body['id']}/wallets`)).body).toMatchObject({ data: [wallet.body] });
});

test('its code imports nothing', async () => {
  const code = await bundled('esm');

  expect(
    code.match(/\bfrom\s*["'][^"']+["']|\bimport\s*\(|\brequire\s*\(|\bprocess\b|\bBuffer\b/g),
  ).toBeNull();
});

test('it runs where only the globals of a Worker are', async () => {
  const globals = {
    Request,
    Response,
    Headers,
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    crypto,
    setTimeout,
    clearTimeout,
    AbortController,
  };
  const code = `${await bundled('iife')};
    const sandbox = oms.createSandbox();
    const body = JSON.stringify({ apiKey: 'sk_sdbx_example', apiSecret: 'example' });
    sandbox.fetch('https://sandbox.example/v0.9/auth/token', { method: 'POST', body }).then((answer) => answer.status);`;

  expect(await runInNewContext(code, globals)).toBe(200);
});

test('it has a route for every operation of the spec and no other', () => {
  const operations = Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item as Record<string, { operationId?: string }>).flatMap(([method, { operationId }]) =>
      operationId === undefined ? [] : [[operationId, `${method.toUpperCase()} ${template}`]],
    ),
  );

  expect(routes).toEqual(Object.fromEntries(operations));
});

describe('a request it cannot work with', () => {
  test.each([
    ['GET', '/nowhere', undefined, 404],
    ['PUT', '/customers', undefined, 405],
    ['GET', '/customers/%ZZ', undefined, 400],
    ['GET', '/customers?limit=0', undefined, 400],
    ['GET', '/customers?createdAfter=soon', undefined, 400],
    ['POST', '/customers', undefined, 422],
    ['POST', '/customers', [], 422],
    ['POST', '/customers', { type: 'individual', metadata: null }, 422],
    ['POST', '/customers', { type: 'individual', endorsements: 'usd' }, 422],
    ['POST', '/webhooks', { url: 7 }, 422],
  ])('%s %s with %j is told so', async (method, path, body, status) => {
    const { send } = await standaloneSandbox();

    expect((await send(method, path, body)).status).toBe(status);
  });

  test.each([
    ['{"type":', 400],
    ['\uFEFF{}', 400],
    [new Uint8Array([0x22, 0xff, 0x22]), 400],
    [`{"type":"individual","metadata":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 400],
    ['{"type":"individual","type":"individual"}', 400],
    ['x'.repeat(1_048_577), 413],
  ])('as a body that cannot be read is told so', async (body, status) => {
    const { sandbox, authorization } = await standaloneSandbox();

    const headers = { authorization, 'idempotency-key': 'key-1' };
    const answer = await sandbox.fetch('https://x.example/customers', { method: 'POST', headers, body });

    expect(answer.status).toBe(status);
  });

  test('without an idempotency key is told so', async () => {
    const { send } = await standaloneSandbox();

    expect(await send('POST', '/customers', alice, { 'idempotency-key': '' })).toMatchObject({ status: 400 });
  });
});

test('the same seed gives the same answers, another one others', async () => {
  const idOf = async (seed: number) =>
    (await (await standaloneSandbox({ seed })).send('POST', '/customers', alice)).body['id'];

  expect(await idOf(1)).toBe(await idOf(1));
  expect(await idOf(1)).not.toBe(await idOf(2));
});

test('an option there is not is refused by its name, with the nearest there is', () => {
  const options: object = { sed: 7 };

  expect(() => createSandbox(options)).toThrow(
    new TypeError('sed is not an option of createSandbox; did you mean seed?'),
  );
});

test.each([
  [null, 'options must be an object'],
  [{ seed: 'x' }, 'seed must be a whole number'],
  [{ now: 5 }, 'now must be a function'],
  [{ deliver: 5 }, 'deliver must be a function'],
  [{ journal: 5 }, 'journal must be an object'],
  [{ webhooks: 5 }, 'webhooks must be an object'],
])('options of the wrong kind are refused: %j', (options, message) => {
  expect(() => createSandbox(options as never)).toThrow(new TypeError(message));
});

test('an aborted request is rejected and does nothing', async () => {
  const sandbox = createSandbox();
  const signal = AbortSignal.abort(new Error('enough'));

  await expect(sandbox.fetch('https://x.example/customers', { signal })).rejects.toThrow('enough');
});
