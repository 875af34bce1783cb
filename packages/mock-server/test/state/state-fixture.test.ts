import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MockServerOptions, StateError, startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { observedSandbox } from '../sandbox/observed-sandbox.js';

const folder = mkdtempSync(join(tmpdir(), 'oms-fixture-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'kept.state');

/** A file that a server left, which nobody may write. */
beforeAll(async () => {
  const wallets = [{ asset: 'usdc', chain: 'polygon' }];
  const seedData = { customers: [{ ...people.complete, wallets }] };
  const server = await startMockServer({ listen: false, state: file, seedData });
  await server.close();
  chmodSync(file, 0o400);
});

const countsOf = async ({ send }: Pick<Awaited<ReturnType<typeof observedSandbox>>, 'send'>) => {
  const { body } = await send('GET', '/customers');
  return (body['data'] as { wallets: object[] }[]).map(({ wallets }) => wallets.length);
};

test('a server begins with the state in a file, and neither changes nor locks it', async () => {
  const before = [readFileSync(file), statSync(file).mtimeMs];

  const fixture = await observedSandbox(1, { state: { from: file } });
  const { body } = await fixture.send('POST', '/customers', people.incomplete);
  expect(body['id']).toMatch(/^cst_/);
  expect(await countsOf(fixture)).toEqual([0, 1]);
  expect(readdirSync(folder)).toEqual(['kept.state']);
  await fixture.server.close();

  expect([readFileSync(file), statSync(file).mtimeMs]).toEqual(before);
});

test('a reset goes back to the file, wallets included, and what comes due later still does', async () => {
  const { server, send } = await observedSandbox(1, { state: { from: file } });
  await send('POST', '/customers', people.incomplete);

  server.reset();

  const credentials = { apiKey: 'sk_sdbx_any', apiSecret: 'any' };
  const { body } = await send('POST', '/auth/token', credentials);
  const headers = { authorization: `Bearer ${String(body['accessToken'])}` };
  const { body: list } = await send('GET', '/customers', undefined, headers);
  expect((list['data'] as { wallets: object[] }[]).map(({ wallets }) => wallets.length)).toEqual([1]);
});

test('two servers begin with one file at the same time', async () => {
  const [one, other] = [
    await observedSandbox(1, { state: { from: file } }),
    await observedSandbox(1, { state: { from: file } }),
  ];

  expect([await countsOf(one), await countsOf(other)]).toEqual([[1], [1]]);
});

test.each<[string, () => string, RegExp]>([
  ['there is none', () => join(folder, 'none.state'), /none\.state: there is no such file/],
  ['it is a folder', () => folder, /it is a folder/],
  ['it holds something else', () => other('{}\n'), /it holds no state of oms-mock/],
  ['it is empty', () => other(''), /it holds no state of oms-mock/],
])('a file is refused when %s', async (_, path, message) => {
  const started = startMockServer({ listen: false, state: { from: path() } });

  await expect(started).rejects.toThrow(StateError);
  await expect(started).rejects.toThrow(message);
});

test.each([{}, { from: 7 }, { from: 'x', to: 'y' }])('%j is no state', async (state) => {
  const options = { listen: false, state } as unknown as MockServerOptions;

  await expect(startMockServer(options)).rejects.toThrow('state must be the path of a file, or { from }');
});

function other(text: string): string {
  writeFileSync(join(folder, 'other.state'), text);
  return join(folder, 'other.state');
}
