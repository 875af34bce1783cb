import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always, faultyClient } from '../src/fault-server/faulty-client.js';
import { json } from '../src/fault-server/response.js';
import { sentOrRefused } from '../src/fault-server/sent-or-refused.js';

const token = async () => 'token';
const settings = { seed: 1, numRuns: 1_500 };
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('__proto__', 'toJSON', 'constructor', ''),
);
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(names, tie('value'), { maxKeys: 4 }),
}));
const methods = fc.constantFrom(
  'POST',
  'PATCH',
  'PUT',
  'DELETE',
  'GET',
  'HEAD',
  'TRACE',
  'CONNECT',
  'OPTIONS',
  'post',
);

test('any JSON arrives as JSON.stringify writes it, with its length, or is refused', async () => {
  const setup = await faultyClient(always(json({ id: 'cst_1' })), { token });

  await fc.assert(
    fc.asyncProperty(anyJson, methods, async (body, method) => {
      const sent = await sentOrRefused(setup, () => setup.client.request(method, '/anything', { body }));
      if (sent === undefined) return;
      const text = JSON.stringify(body);
      expect(sent).toMatchObject({ method, path: '/v0.9/anything' });
      expect(sent.body.toString()).toBe(text);
      expect(sent.headers['content-length']).toBe(String(Buffer.byteLength(text)));
      expect(sent.headers['content-type']).toBe('application/json');
    }),
    settings,
  );
  expect(setup.requests().length).toBeGreaterThan(50);
});

test('a body of any type arrives as JSON.stringify writes it, or is refused', async () => {
  const setup = await faultyClient(always(json({ id: 'cst_1' })), { token });
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
    withObjectString: true,
  });
  const odd = fc.constantFrom<unknown>(
    () => 1,
    Symbol('x'),
    { toJSON: () => undefined },
    new Date(Number.NaN),
  );

  await fc.assert(
    fc.asyncProperty(fc.oneof(anything, odd), async (body) => {
      const sent = await sentOrRefused(setup, () => setup.client.request('POST', '/anything', { body }));
      if (sent !== undefined) expect(sent.body.toString()).toBe(JSON.stringify(body) ?? '');
    }),
    { ...settings, numRuns: 500 },
  );
  expect(setup.requests().length).toBeGreaterThan(50);
});

test.each([100, 2_000, 1_000_000])('a body nested %i deep arrives whole or is refused', async (depth) => {
  const setup = await faultyClient(always(json({ id: 'cst_1' })), { token });
  let body: unknown = 'core';
  for (let level = 0; level < depth; level += 1) body = [body];

  const sent = await sentOrRefused(setup, () => setup.client.request('POST', '/anything', { body }));

  expect(sent?.body.length).toBe(depth < 1_000_000 ? 2 * depth + 6 : undefined);
});

test('a body of five megabytes arrives whole', async () => {
  const setup = await faultyClient(always(json({ id: 'cst_1' })), { token });
  const body = { note: 'é€😀\ud800'.repeat(400_000) };

  const sent = await sentOrRefused(setup, () => setup.client.request('POST', '/anything', { body }));

  expect(JSON.parse(sent?.body.toString() ?? '')).toEqual(body);
});
