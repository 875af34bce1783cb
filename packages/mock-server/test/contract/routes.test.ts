import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';
import { specWith } from '../spec-with.js';

const library = await libraryServer();

test.each([
  ['/nowhere', '/test/v9/{…}'],
  ['/books/', '/test/v9/books/{…}'],
  ['/books//', '/test/v9/books/{…}/{…}'],
  ['/books/b1/jane@example.com', '/test/v9/books/{…}/{…}'],
  [`/${'x/'.repeat(50)}`, '/test/v9/{…}/{…}/{…}/{…}/{…}/{…}/{…}/{…}/…'],
])('answers 404 to %s and masks what is no word of the spec', async (path, shown) => {
  expect(await ask(library, `GET ${path}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(library.violations.at(-1)).toMatchObject({ code: 'request.route.unknown', path: shown });
});

test('says that the base path is missing', async () => {
  const response = await library.fetch(new URL('/books', library.url));

  expect(await response.json()).toMatchObject({ details: [{ message: 'Paths begin with /test/v9.' }] });
});

test.each(['PUT', 'HEAD', 'OPTIONS', 'PATCH', 'JANE'])(
  'answers 405 to %s and lists the methods there are',
  async (method) => {
    const reply = await ask(library, `${method} /books`);

    expect(reply).toMatchObject({ status: 405, found: ['request.method.not-allowed method'] });
    expect(reply.headers.get('allow')).toBe('GET, POST');
  },
);

test('does not repeat a method that HTTP does not know', async () => {
  await ask(library, 'JANE /books');

  expect(library.requests.at(-1)).toEqual({ method: '(unknown)', path: '/books', status: 405 });
});

test.each([
  ['a literal path before a template', 'GET /books/latest', 'latestBook'],
  ['a template where the literal path lacks the method', 'PUT /books/latest', undefined],
  ['a parameter inside a segment', 'GET /pages/1.txt', 'getPage'],
])('finds %s', async (_, line, operationId) => {
  await ask(library, line, line.startsWith('PUT') ? { body: 1 } : {});

  expect(library.requests.at(-1)?.operationId).toBe(operationId ?? 'rateBook');
});

test.each([
  '/books/%',
  '/books/%zz',
  '/books/%ff',
  '/books/%c0%af',
  '/books?title=%',
  '/books?shelf=a&title=%e0%a4',
])('answers 400 to the bad escape in %s', async (path) => {
  const reply = await ask(library, `GET ${path}`);

  expect(reply).toMatchObject({ status: 400, found: ['request.url.malformed path'] });
});

test.each(['b%2F1', '%E2%82%AC', 'b1%2e', '%00', 'a%3Fb%23c'])(
  'takes the id %s as one segment',
  async (id) => {
    await ask(library, `GET /books/${id}`);

    expect(library.requests.at(-1)?.path).toBe('/books/{bookId}');
  },
);

test('answers 414 to a URL of more than 8,000 characters', async () => {
  expect(await ask(library, `GET /books?title=${'x'.repeat(8000)}`)).toMatchObject({
    status: 414,
    found: ['request.url.too-long path'],
  });
});

test.each([
  ['/a-b.txt', 200],
  ['/a-b-c.d.txt', 200],
  ['/a.txt', 404],
  ['/-b.txt', 404],
  ['/a-.txt', 404],
  ['/a-txt', 404],
  [`/${'-'.repeat(400)}`, 404],
])('finds the parameters between the texts of one segment: %s', async (path, status) => {
  const parameters = ['from', 'to'].map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const get = { parameters, responses: { 200: { description: 'A pair' } } };
  const spec = specWith({}, { paths: { '/{from}-{to}.txt': { get } } });
  const server = await startMockServer({ mode: 'mock', spec, listen: false });

  expect(await ask(server, `GET ${path}`)).toMatchObject({ status });
});
