import { expect, test } from 'vitest';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';
import { checkedResponse } from './checked-response.js';

const library = await libraryServer();
const headers = { 'content-type': 'application/json' };

/** A message that is wrong in the same way on its way there and on its way back. */
const flaws: [name: string, body: string, request: string, response: string][] = [
  ['an empty body', '', 'request.body.missing body', 'response.body.missing body'],
  ['truncated JSON', '{"kind":"paper"', 'request.body.malformed body', 'response.body.malformed body'],
  ['NaN in JSON', '{"kind":NaN}', 'request.body.malformed body', 'response.body.malformed body'],
  [
    'a duplicate key',
    '{"id":"b1","kind":"paper","kind":"paper"}',
    'request.body.duplicate-key body.kind',
    'response.body.duplicate-key body.kind',
  ],
  [
    'an undeclared property',
    '{"kind":"paper","title":"A","binding":"cloth"}',
    'request.body.undeclared-property body.binding',
    'notice response.body.undeclared-property body.binding',
  ],
  [
    'a property of the wrong side',
    '{"kind":"paper","id":"b1","secret":"s"}',
    'request.body.read-only body.id',
    'response.body.write-only body.secret',
  ],
];

test.each(flaws)('%s is found in a request', async (_, body, request) => {
  expect((await ask(library, 'POST /books', { body })).found).toContain(request);
});

test.each(flaws)('%s is found in a response', async (_, body, __, response) => {
  expect(await checkedResponse('GET /books/b1', { headers, body })).toContain(response);
});

const loan = '{"kind":"eternal","days":1}';
const page = { 'content-type': 'text/html' };

test('a discriminator that names nothing is found on both sides', async () => {
  const { found } = await ask(library, 'POST /loans', { body: loan });

  expect(found).toContain('request.body.discriminator body.kind');
  expect(await checkedResponse('GET /loans', { headers, body: loan })).toContain(
    'response.body.discriminator body.kind',
  );
});

test('a wrong content type is found on both sides', async () => {
  const { found } = await ask(library, 'POST /books', { headers: page, body: '{"kind":"paper"}' });

  expect(found).toEqual(['request.media-type header.content-type']);
  expect(await checkedResponse('GET /books/b1', { headers: page, body: '{}' })).toEqual([
    'response.media-type header.content-type',
  ]);
});

test.each([
  ['a redirect', 302],
  ['a status nobody declared', 299],
])('%s is found in a response', async (_, status) => {
  expect(await checkedResponse('GET /loans', { status, headers, body: '{}' })).toEqual([
    'response.status.undeclared status',
  ]);
});

test('a query parameter nobody declared is found', async () => {
  expect((await ask(library, 'GET /books?shelf=a&colour=red')).found).toEqual([
    'request.query.unknown query.colour',
  ]);
});
