import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../ask.js';
import { specWith } from '../spec-with.js';

const dateTime = { type: 'string', format: 'date-time' };
const price = { type: 'number', multipleOf: 0.01 };

let server: MockServer;
beforeAll(async () => {
  const thing = { type: 'object', properties: { at: dateTime, price, name: { type: 'string' } } };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
  const parameters = [
    { in: 'query', name: 'at', schema: dateTime },
    { in: 'query', name: 'price', schema: price },
  ];
  const responses = { 204: { description: 'Done' } };
  const paths = { '/things': { post: { parameters, requestBody: { content }, responses } } };
  server = await startMockServer({ mode: 'mock', spec: specWith(thing, { paths }), listen: false });
});
afterAll(() => server.close());

const dateTimes: readonly (readonly [text: string, isRight: boolean])[] = [
  ['2024-02-29T23:59:59Z', true],
  ['2024-02-29t23:59:59.5z', true],
  ['2024-01-01T00:00:00+01:00', true],
  ['2024-01-01 00:00:00Z', false],
  ['2024-01-01T00:00:00+01', false],
  ['2024-01-01T00:00:00+0100', false],
  ['2024-01-01T00:00:00', false],
  ['2023-02-29T00:00:00Z', false],
  ['2024-01-01', false],
];

test.each(dateTimes)('date-time is RFC 3339: %s is right: %j', async (at, isRight) => {
  const inBody = await ask(server, 'POST /things', { body: { at } });
  const inQuery = await ask(server, `POST /things?at=${encodeURIComponent(at)}`);

  expect(inBody.found).toEqual(isRight ? [] : ['request.body.format body.at']);
  expect(inQuery.found).toEqual(isRight ? [] : ['request.query.format query.at']);
});

test('date-time is RFC 3339 beside another fault', async () => {
  const { found } = await ask(server, 'POST /things', { body: { at: '2024-01-01 00:00:00Z', name: 1 } });

  expect(found).toContain('request.body.type body.name');
  expect(found).toContain('request.body.format body.at');
});

test.each([
  [19.99, true],
  [0.07, true],
  [1_234_567.89, true],
  [-19.99, true],
  [19.995, false],
  [0.001, false],
])('a multiple of 0.01 is counted in decimals: %d is right: %j', async (amount, isRight) => {
  const inBody = await ask(server, 'POST /things', { body: { price: amount } });
  const besideAnother = await ask(server, 'POST /things', { body: { name: 1, price: amount } });
  const inQuery = await ask(server, `POST /things?price=${amount}`);

  expect(inBody.found).toEqual(isRight ? [] : ['request.body.multiple-of body.price']);
  expect(inQuery.found).toEqual(isRight ? [] : ['request.query.multiple-of query.price']);
  expect(besideAnother.found).toContain('request.body.type body.name');
});
