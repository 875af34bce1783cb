import { expect, test } from 'vitest';
import { checkedResponse } from './checked-response.js';

const book = JSON.stringify({ id: 'b1', kind: 'paper' });
const withType = (type: string) => ({ body: book, headers: { 'content-type': type } });

test.each<[string, Parameters<typeof checkedResponse>[1], string]>([
  ['an empty body', { body: '' }, 'response.body.missing body'],
  ['a truncated body', { body: book.slice(0, -1) }, 'response.body.malformed body'],
  ['HTML', { body: '<html></html>' }, 'response.body.malformed body'],
  [
    'HTML that says so',
    { body: '<html></html>', headers: { 'content-type': 'text/html' } },
    'response.media-type header.content-type',
  ],
  ['a body that is not UTF-8', { body: Uint8Array.of(34, 255, 34) }, 'response.body.malformed body'],
  [
    'a repeated property',
    { body: '{"id":"b1","kind":"paper","id":"b2"}' },
    'response.body.duplicate-key body.id',
  ],
  ['nesting without end', { body: '['.repeat(300) + ']'.repeat(300) }, 'response.body.too-deep body.0.0.0'],
  ['problem+json', withType('application/problem+json'), 'response.media-type header.content-type'],
  [
    'another charset',
    withType('application/json; charset=latin1'),
    'response.media-type header.content-type',
  ],
  ['a malformed type', withType('json'), 'response.media-type header.content-type'],
  ['a type that is no type', withType('; ;'), 'response.media-type header.content-type'],
  ['no type', { body: book, headers: {} }, 'response.media-type header.content-type'],
])('reports %s and nothing else', async (_, answer, found) => {
  expect(await checkedResponse('GET /books/b1', answer)).toEqual([found]);
});

test.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON'])(
  'accepts the type %s',
  async (type) => {
    expect(await checkedResponse('GET /books/b1', withType(type))).toEqual([]);
  },
);

test('reports a status that is not declared', async () => {
  const found = await checkedResponse('GET /books?shelf=a', { status: 202, body: '[]' });

  expect(found).toEqual(['response.status.undeclared status']);
});

test('reports a body where none is declared', async () => {
  const found = await checkedResponse('DELETE /books/b1', { status: 204, body: '{}' });

  expect(found).toEqual(['response.body.unexpected body']);
});

test('checks an error by its range', async () => {
  const found = await checkedResponse('DELETE /books/b1', { status: 418, body: '{"code":1}' });

  expect(found).toEqual(['response.body.required body.message', 'response.body.type body.code']);
});

test.each([
  ['a required header', {}, ['response.header.required header.x-total']],
  ['the type of a header', { 'x-total': 'many' }, ['response.header.type header.x-total']],
])('checks %s', async (_, headers, found) => {
  const answer = { body: '[]', headers: { 'content-type': 'application/json', ...headers } };

  expect(await checkedResponse('GET /books?shelf=a', answer)).toEqual(found);
});

test('checks text by its schema', async () => {
  const answer = { body: 'words', headers: { 'content-type': 'text/plain' } };

  expect(await checkedResponse('GET /pages/1.txt', answer)).toEqual([]);
});
