import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Filled, type QueryEffects, queryEffects } from '../src/query-effects.js';
import { listOperations, readSpec } from '../src/spec.js';

const begin = Date.parse('2026-11-21T10:00:00Z');
const effects: Readonly<Record<string, QueryEffects>> = queryEffects;
const cases = Object.entries(effects).flatMap(([id, { values }]) =>
  Object.keys(values).map((name) => [id, name] as const),
);

let server: MockServer;
let headers: Record<string, string> = {};
let filled: Filled;

beforeAll(async () => {
  server = await startMockServer({ listen: false, now: () => begin, deliver: async () => 204 });
  const { accessToken } = await send('/auth/token', { apiKey: 'sk_sdbx_example', apiSecret: 'example' });
  headers = { authorization: `Bearer ${accessToken}` };
  filled = await fill();
});
afterAll(() => server.close());

test('every query parameter of the spec is tried, and no other', () => {
  const declared = listOperations(readSpec()).flatMap(({ operationId, parameters }) =>
    parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => `${operationId} ${name}`),
  );

  const tried = cases.map((names) => names.join(' ')).sort();
  expect(tried, 'what src/query-effects.ts tries').toEqual(declared.sort());
});

test.each(cases)('the sandbox honours %s ?%s', async (id, name) => {
  const { path, values } = effects[id] as QueryEffects;
  const at = path(filled);
  const value = await values[name]?.(filled, at);

  const [without, withIt] = [
    await send(at),
    await send(`${at}?${name}=${encodeURIComponent(String(value))}`),
  ];

  expect(withIt).not.toHaveProperty('code');
  expect(withIt, `${id} ignores ?${name}=${value}: the response is the same without it`).not.toEqual(without);
  server.assertNoViolations();
});

/** Sends a GET, or a POST with a body, and returns the JSON. */
async function send(path: string, body?: object): Promise<Record<string, unknown>> {
  const post = { 'content-type': 'application/json', 'idempotency-key': `${path} ${JSON.stringify(body)}` };
  const init = body === undefined ? { headers } : { headers: { ...headers, ...post }, method: 'POST' };
  const response = await server.fetch(server.url + path, {
    ...init,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.json() as Promise<Record<string, unknown>>;
}

/** Three customers a second apart, the second of them deleted; two wallets of the first, and two webhook endpoints. */
async function fill(): Promise<Filled> {
  const ids: string[] = [];
  for (const name of ['first', 'second', 'third']) {
    const fields = { email: `${name}@example.com`, externalId: `usr_${name}` };
    ids.push(String((await send('/customers', { type: 'individual', ...fields }))['id']));
    server.sandbox.advance(1000);
  }
  const [customerId = '', deleted] = ids;
  await server.fetch(`${server.url}/customers/${deleted}`, { method: 'DELETE', headers });
  server.sandbox.decide(customerId, 'cryptoCustody', { status: 'ACTIVE' });
  const wallets = `/customers/${customerId}/wallets`;
  await send(wallets, { asset: 'usdc', chain: 'polygon' });
  const { id: walletId } = await send(wallets, { asset: 'usdc', chain: 'solana' });
  for (const host of ['a', 'b']) await send('/webhooks', { url: `https://${host}.example.com/hooks` });
  const middle = new Date(begin + 1000).toISOString();
  const cursorOf = async (path: string) => String((await send(`${path}?limit=1`))['cursor']);
  return { customerId, walletId: String(walletId), middle, cursorOf };
}
