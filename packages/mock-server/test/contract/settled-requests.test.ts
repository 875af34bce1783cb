import { expect, test, vi } from 'vitest';
import { BodyInspector } from '../../src/contract/inspect-body.js';
import { locate, Router } from '../../src/contract/locate-request.js';
import { MessageChecks } from '../../src/contract/message-checks.js';
import { PrismEngine } from '../../src/contract/prism/prism-engine.js';
import { toPrismRequest } from '../../src/contract/prism/prism-messages.js';
import { readRequest } from '../../src/contract/read-message.js';
import { seededRandom } from '../../src/seeded-random.js';
import { readSpec } from '../../src/spec/spec.js';
import { libraryPath } from '../library.js';

const spec = await readSpec(libraryPath);
const prism = await PrismEngine.load(spec);
const checks = new MessageChecks(spec, prism, new BodyInspector(spec.document));
const router = new Router(spec.operations);

/** What the chain finds in a request, whether it asked Prism, and what Prism finds when it is asked in any case. */
async function checkTwice(line: string, headers: Record<string, string>, body: string) {
  const [method = '', path = ''] = line.split(' ');
  const raw = {
    id: 'req_1',
    method,
    target: `/test/v9${path}`,
    headers,
    bytes: new TextEncoder().encode(body),
  };
  const located = locate(router, spec.basePath, raw);
  if (!('operation' in located)) throw new Error(`${line} is not in the spec`);
  const { operation } = located;
  const read = readRequest(located, raw);
  const asked = vi.spyOn(prism, 'checkRequest');
  const found = await checks.request(operation, read);
  const isSettled = asked.mock.calls.length === 0;
  asked.mockRestore();
  return {
    found,
    isSettled,
    prismSays: await prism.checkRequest(operation, toPrismRequest(operation, read, false)),
  };
}

const bearer = { authorization: 'Bearer any' };
const json = { ...bearer, 'content-type': 'application/json', 'idempotency-key': 'k' };

test.each([
  ['GET /books?shelf=a&limit=5&sold=true', bearer, ''],
  ['GET /books/b1', bearer, ''],
  ['GET /pages/1.txt', {}, ''],
  ['POST /books', json, '{"kind":"paper","shelf":"a"}'],
])('Prism is not asked about %s, which our schemas settle', async (line, headers, body) => {
  expect(await checkTwice(line, headers, body)).toEqual({ found: [], isSettled: true, prismSays: [] });
});

test.each([
  ['a wrong value', 'GET /books?shelf=z', bearer, ''],
  ['a missing parameter', 'GET /books', bearer, ''],
  ['a list', 'GET /books?shelf=a&tags=red', bearer, ''],
  ['no credentials', 'GET /books/b1', {}, ''],
  ['other credentials', 'GET /books/b1', { authorization: 'Basic YTpi' }, ''],
  ['a body that breaks its schema', 'POST /books', json, '{"kind":1}'],
])('Prism is asked about %s', async (_, line, headers, body) => {
  expect((await checkTwice(line, headers, body)).isSettled).toBe(false);
});

test('Prism finds nothing in what our schemas settle, in 500 random requests', async () => {
  const random = seededRandom('settled');
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const names = ['limit', 'price', 'sold', 'title', 'shelf', 'X-Trace'];
  const values = [
    '0',
    '1',
    '100',
    '101',
    '-1',
    '1.5',
    '1e2',
    'true',
    'false',
    'null',
    'a',
    'b',
    'a,b',
    'x'.repeat(21),
    ' 1',
  ];
  const credentials = [{}, bearer, bearer, { authorization: 'bearer  x' }, { authorization: 'Bearer' }];
  let settled = 0;
  for (let round = 0; round < 500; round += 1) {
    const sent = names.filter(() => random() < 0.4).map((name) => [name, pick(values)] as const);
    const query = sent
      .filter(([name]) => name !== 'X-Trace')
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const trace = sent.find(([name]) => name === 'X-Trace')?.[1];
    const headers = { ...pick(credentials), ...(trace !== undefined && { 'x-trace': trace }) };
    const line = `GET /books?${['shelf=a', ...query].join('&')}`;
    const { found, isSettled, prismSays } = await checkTwice(line, headers, '');
    if (!isSettled) continue;
    settled += 1;
    expect([line, headers, found, prismSays]).toEqual([line, headers, found, []]);
  }
  expect(settled).toBeGreaterThan(20);
});
