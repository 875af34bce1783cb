import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { ask } from '../../ask.js';
import { libraryServer } from '../../library.js';
import { specWith } from '../../spec-with.js';
import { shippedOperations } from './shipped-operations.js';

const shipped = await startMockServer({ mode: 'mock', listen: false });
const dynamic = { headers: { prefer: 'dynamic=true' } };

test.each(shippedOperations)(
  'a generated answer of $line matches the contract',
  async ({ line, question, operation }) => {
    for (const { code } of operation.responses) {
      const headers = { prefer: `code=${code}, dynamic` };
      expect(await ask(shipped, line, { ...question, headers })).toMatchObject({
        status: Number(code),
        found: [],
      });
    }
  },
);

test('the same seed generates the same answers to the same calls', async () => {
  const answers = async (seed: number) => {
    const server = await startMockServer({ mode: 'mock', listen: false, seed });
    const first = await ask(server, 'GET /customers', dynamic);
    return [first.body, (await ask(server, 'GET /customers', dynamic)).body];
  };
  const [one, again, other] = [await answers(7), await answers(7), await answers(8)];

  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
  expect(one[1]).not.toEqual(one[0]);
});

test('a reset starts the answers of a seed again', async () => {
  const server = await startMockServer({ mode: 'mock', listen: false });
  const before = await ask(server, 'GET /customers', dynamic);
  server.reset();

  expect((await ask(server, 'GET /customers', dynamic)).body).toEqual(before.body);
});

test('dynamic=false answers with an example', async () => {
  const headers = { prefer: 'dynamic=false, example=empty' };

  expect((await ask(shipped, 'GET /customers', { headers })).body).toMatchObject({
    data: [],
    hasMore: false,
  });
});

test('a response without an example is generated', async () => {
  const library = await libraryServer();

  expect(await ask(library, 'GET /books/b1')).toMatchObject({
    status: 200,
    found: [],
    body: { id: expect.any(String) },
  });
});

test('a generated answer never has a write-only property', async () => {
  const library = await libraryServer();

  expect((await ask(library, 'GET /books/b1', dynamic)).body).not.toHaveProperty('remark');
});

const lists = (levels: number): object => (levels === 0 ? {} : { minItems: 3, items: lists(levels - 1) });

test.each([
  ['lists of lists', lists(100)],
  ['a long list', { minItems: 1_000_000_000, items: {} }],
  ['a long string', { type: 'string', minLength: 1_000_000_000 }],
])(
  'a schema that only a huge body would keep, of %s, is answered with a 500 that says so',
  async (_, schema) => {
    const server = await startMockServer({ mode: 'mock', listen: false, spec: specWith(schema) });

    expect(await ask(server, 'GET /things', dynamic)).toMatchObject({
      status: 500,
      found: [],
      body: { message: 'No body of a reasonable size that keeps the schema could be generated.' },
    });
  },
);

test('a generated number is within its bounds, also beyond a thousand', async () => {
  const schema = { type: 'object', required: ['n'], properties: { n: { type: 'integer', minimum: 1400 } } };
  const server = await startMockServer({ mode: 'mock', listen: false, spec: specWith(schema) });

  expect(await ask(server, 'GET /things', dynamic)).toMatchObject({ status: 200, found: [] });
});

test.each([
  ['an object in itself', { next: { $ref: '#/components/schemas/Thing' } }],
  [
    'objects in a list in itself',
    { parts: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } },
  ],
])('a generated body of %s ends where it may', async (_, properties) => {
  const schema = { type: 'object', required: ['v'], properties: { v: { type: 'string' }, ...properties } };
  const spec = specWith(schema);
  const server = await startMockServer({ mode: 'mock', spec, listen: false });

  expect(await ask(server, 'GET /things', dynamic)).toMatchObject({
    status: 200,
    found: [],
    body: { v: expect.any(String), [String(Object.keys(properties)[0])]: expect.any(Object) },
  });
});
