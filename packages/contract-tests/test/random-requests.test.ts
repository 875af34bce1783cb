import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { readSpec } from '../src/spec.js';

const now = () => Date.parse('2026-11-21T10:00:00Z');
const started: MockServer[] = [];
afterAll(async () => {
  await Promise.all(started.map((server) => server.close()));
});

const text = fc.string({ unit: 'binary', maxLength: 12 });
const names = fc.constantFrom(
  ...['type', 'firstName', 'birthDate', 'email', 'endorsements', 'metadata', 'identifyingInformation'],
  ...['url', 'events', 'enabled', 'asset', 'chain', 'apiKey', 'apiSecret', 'externalId', '__proto__', 'a'],
);
const leaves = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', 'individual', 'cryptoCustody', 'passport', 'usdc'),
  fc.constantFrom('polygon', 'http://127.0.0.1:9/', 'a@example.com', '1990-05-15', 'US', 'active'),
  text,
  fc.double(),
);
const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaves, tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(names, tie('value'), { maxKeys: 6, noNullPrototype: true }),
}));
const json = anyJson.map((value) => JSON.stringify(value));
const bodies = fc.oneof(
  { weight: 5, arbitrary: json },
  { weight: 1, arbitrary: fc.tuple(json, fc.nat(30)).map(([whole, at]) => whole.slice(0, at)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '{"type":"individual","firstName":"Alice","endorsements":["cryptoCustody"]}',
      '{"url":"https://receiver.example/","events":["customer.created"]}',
      '{"firstName":"Bob"}',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '[[[['.repeat(300), '{"a":1,"a":2}', '1e999', '\ufeff{}') },
);
const templates = Object.keys(readSpec().paths);
const steps = fc.oneof(
  fc.constantFrom('cst_1', '..', '%2e%2e', '%', '%00', '__proto__', 'constructor', 'a/b', '%ff', ' '),
  text.map(encodeURIComponent),
);
const queries = fc
  .array(fc.tuple(fc.constantFrom('limit', 'cursor', 'status', 'type', 'limt', '__proto__', 'a[b]'), text))
  .map((pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'));
const targets = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...templates), steps, fc.oneof(fc.constant(''), fc.constant(''), queries))
      .map(
        ([template, step, query]) => `/v0.9${template.replace(/\{[^}]*\}/g, step)}${query && `?${query}`}`,
      ),
  },
  { weight: 1, arbitrary: fc.tuple(steps, steps).map(([one, other]) => `/${one}/${other}`) },
);
const headerValues = fc.oneof(
  fc.stringMatching(/^[\x21-\x7e\x80-\xff]{0,20}$/),
  fc.constantFrom('Bearer any', 'application/json', 'text/plain', '*/*', 'code=404', 'gzip', 'example=x'),
);
const headers = fc.dictionary(
  fc.constantFrom(
    ...['authorization', 'idempotency-key', 'accept', 'prefer', 'content-encoding', 'expect', 'origin'],
    ...['cookie', 'x-a', 'sec-fetch-site', 'x-oms-proxy', 'access-control-request-method'],
  ),
  headerValues,
  { maxKeys: 4, noNullPrototype: true },
);
const requests = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS', 'HEAD'),
  target: targets,
  type: fc.constantFrom('application/json', 'application/json', 'application/json', 'text/plain', ';;'),
  key: fc.uuid(),
  hasToken: fc.nat(4).map((chance) => chance > 0),
  headers: fc.oneof(fc.constant({}), headers),
  body: bodies,
});

test.each(['sandbox', 'mock'] as const)(
  '2,000 random requests get what the contract allows, as JSON, in mode %s',
  async (mode) => {
    const warned = vi.spyOn(process, 'emitWarning');
    const server = await startMockServer({ mode, listen: false, now, seed: 1 });
    started.push(server);
    const origin = new URL(server.url).origin;
    const { accessToken } = await server
      .fetch(`${server.url}/auth/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ apiKey: 'sk_sdbx_any', apiSecret: 'any' }),
      })
      .then((response) => response.json());
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(requests, async ({ method, target, type, key, hasToken, headers: more, body }) => {
        const hasBody = !['GET', 'HEAD'].includes(method);
        const all = {
          ...(hasToken && { authorization: `Bearer ${accessToken}` }),
          'content-type': type,
          'idempotency-key': key,
          ...more,
        };
        const init = { method, headers: all, ...(hasBody && { body: body as BodyInit }) };
        const before = server.violations.length;
        const response = await server.fetch(origin + target, init);
        const content = await response.text();
        seen.add(response.status);
        expect(response.status).not.toBe(500);
        expect(server.violations.slice(before).filter(({ blame }) => blame !== 'client')).toEqual([]);
        if (content === '') return;
        expect(response.headers.get('content-type')).toMatch(/^application\/json/);
        const value: unknown = JSON.parse(content);
        if (response.status >= 400)
          expect(value).toMatchObject({ code: expect.any(String), message: expect.any(String) });
      }),
      { seed: 4_000, numRuns: 2_000 },
    );
    expect([...seen]).toEqual(expect.arrayContaining([200, 201, 400, 401, 404, 405, 415, 422]));
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  },
);
