import { inspect } from 'node:util';
import { OmsClient, OmsError } from '@oms-sdk/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const secret = 'CANARY-secret';
const token = 'CANARY-token';
const birthDate = 'CANARY-1990-05-15';
/** What must be dropped from responses, whoever sends it. */
const returned = 'CANARY-returned';

const names = fc.oneof(
  fc.constantFrom('id', 'data', 'hasMore', 'nextCursor', 'code', 'message', 'details', 'errors', 'status'),
  fc.constantFrom('birthDate', 'apiSecret', 'accessToken', 'expiresIn', '__proto__', 'constructor', 'then'),
  fc.string({ maxLength: 4 }),
);
const leaves = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', 'cst_1', 'active', birthDate),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
);
const { value: anyJson } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaves, tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(names, tie('value'), { maxKeys: 6, noNullPrototype: true }),
}));
const pages = fc.record({
  data: fc.array(anyJson, { maxLength: 3 }),
  hasMore: fc.boolean(),
  nextCursor: leaves,
});
const isWriteOnly = (name: string) => ['birthDate', 'apiSecret'].includes(name);
const json = fc
  .oneof(anyJson, pages)
  .map((value) => JSON.stringify(value, (name, inner) => (isWriteOnly(name) ? returned : inner)));
const bodies = fc.oneof(
  { weight: 4, arbitrary: json },
  { weight: 1, arbitrary: fc.tuple(json, fc.nat(40)).map(([text, at]) => text.slice(0, at)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '<html>',
      '\ufeff{}',
      '[[[['.repeat(500),
      '{"a":1,"a":2}',
      'null',
      'undefined',
    ),
  },
);
const headerValues = fc.oneof(
  fc.stringMatching(/^[\x21-\x7e\x80-\xff]{0,30}$/),
  fc.constantFrom('-1', '1e9', '99999999999999999999', 'Wed, 21 Oct 2015 07:28:00 GMT', 'true', 'false'),
);
const headers = fc.dictionary(
  fc.constantFrom(
    ...['content-length', 'content-encoding', 'location', 'retry-after', 'retry-after-ms', 'date'],
    ...['x-request-id', 'x-should-retry', 'deprecation', 'sunset', 'set-cookie', 'www-authenticate'],
  ),
  headerValues,
  { maxKeys: 4, noNullPrototype: true },
);
const types = fc.constantFrom(
  ...['application/json', 'application/json', 'application/json', 'application/json'],
  ...['application/json', 'application/json; charset=latin1', 'application/problem+json', 'text/html'],
  ...['text/plain', 'application/octet-stream', ';;;', ''],
);
const statuses = fc.oneof(fc.constantFrom(200, 201, 204), fc.integer({ min: 200, max: 599 }));
const responses = fc.record({ status: statuses, type: types, headers, body: bodies });
const calls = fc.constantFrom<(oms: OmsClient) => PromiseLike<unknown>>(
  (oms) => oms.customers.get('cst_1'),
  (oms) => oms.customers.list().toArray({ limit: 3 }),
  (oms) => oms.customers.create({ type: 'individual', birthDate }),
  (oms) => oms.customers.update('cst_1', { birthDate }),
  (oms) => oms.customers.delete('cst_1'),
  (oms) => oms.webhookEndpoints.list().toArray({ limit: 3 }),
  (oms) => oms.request('GET', '/anything'),
);
const asked = fc.record({ call: calls, hasToken: fc.nat(5).map((n) => n > 0), response: responses });

/** Bodies that `fetch` never has. */
const isBodiless = (status: number) => [204, 205, 304].includes(status);

function toResponse({
  status,
  type,
  headers: sent,
  body,
}: typeof responses extends fc.Arbitrary<infer T> ? T : never) {
  const content = isBodiless(status) ? null : (body as BodyInit);
  return new Response(content, { status, headers: { ...sent, 'content-type': type } });
}

test('4,000 hostile responses end in a value or a typed error, and none shows a secret', async () => {
  let [values, errors] = [0, 0];
  await fc.assert(
    fc.asyncProperty(asked, async ({ call, hasToken, response }) => {
      const oms = new OmsClient({
        ...(hasToken ? { token: async () => token } : { apiKey: 'sk_sdbx_any', apiSecret: secret }),
        fetch: async () => toResponse(response),
        maxRetries: 0,
      });
      const seen = await Promise.resolve(call(oms)).then(
        (value) => {
          values += 1;
          expect(response.status).toBeGreaterThanOrEqual(200);
          expect(response.status).toBeLessThan(300);
          return value;
        },
        (error: unknown) => {
          errors += 1;
          expect(error).toBeInstanceOf(OmsError);
          return [error, (error as Error).message, (error as Error).stack, JSON.stringify(error)];
        },
      );
      const shown = `${inspect(seen, { depth: 9, showHidden: true })}${JSON.stringify(seen)}`;
      for (const canary of [secret, token, returned]) expect(shown).not.toContain(canary);
    }),
    { seed: 4_000, numRuns: 4_000 },
  );
  expect(Math.min(values, errors)).toBeGreaterThan(300);
});
