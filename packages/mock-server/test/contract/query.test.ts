import { expect, test } from 'vitest';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';

const library = await libraryServer();
const books = (query: string) => ask(library, `GET /books?shelf=a&${query}`);

test.each([
  'limit=1',
  'limit=100',
  'price=-1.5e3',
  'sold=true',
  'title=a+b%20c',
  'title=',
  'anything=',
  'tags=red&tags=blue',
  'ids=1,2',
  'filter[year]=1999',
  'title=%C5%81%C3%B3d%C5%BA',
  'limit=10&',
])('accepts %s', async (query) => {
  expect(await books(query)).toMatchObject({ status: 200, found: [] });
});

test.each([
  ['limit=', 'type', 'limit'],
  ['limit=1e1', 'type', 'limit'],
  ['limit=0x10', 'type', 'limit'],
  ['limit=01', 'type', 'limit'],
  ['limit=+1', 'type', 'limit'],
  ['limit=%201', 'type', 'limit'],
  ['limit=1.0', 'type', 'limit'],
  ['limit=true', 'type', 'limit'],
  ['limit=1_000', 'type', 'limit'],
  ['limit=0', 'minimum', 'limit'],
  ['limit=101', 'maximum', 'limit'],
  ['limit=1&limit=2', 'repeated', 'limit'],
  ['price=Infinity', 'type', 'price'],
  ['price=.5', 'type', 'price'],
  ['sold=1', 'type', 'sold'],
  ['sold=TRUE', 'type', 'sold'],
  ['title=123456789012345678901', 'max-length', 'title'],
  ['tags=green', 'enum', 'tags.0'],
  ['ids=1,x', 'type', 'ids'],
  ['Limit=5', 'unknown', 'Limit'],
  ['limt=5', 'unknown', 'limt'],
  ['__proto__=1', 'unknown', '__proto__'],
  ['filters[year]=1', 'unknown', 'filters[year]'],
  ['=1', 'unknown', ''],
])('reports %s as %s', async (query, rule, location) => {
  expect(await books(query)).toMatchObject({
    status: 400,
    found: [`request.query.${rule} query.${location}`],
  });
});

test('reports a value of an enum that is empty', async () => {
  expect((await ask(library, 'GET /books?shelf=')).found).toEqual(['request.query.enum query.shelf']);
});

test('accepts a required parameter that is empty and may be', async () => {
  expect(await ask(library, 'GET /books/latest?note=')).toMatchObject({ status: 200, found: [] });
});

test('reports a required parameter that is missing', async () => {
  expect((await ask(library, 'GET /books')).found).toEqual(['request.query.required query.shelf']);
});

test('names the parameters there are', async () => {
  expect((await books('limt=5')).body).toMatchObject({
    code: 'invalid_request',
    details: [
      { location: 'query.limt', code: 'unknown', message: expect.stringContaining('limit, price, sold') },
    ],
  });
});

test('shows long and unprintable names cut and escaped', async () => {
  const { found } = await books(`${'x'.repeat(100)}=1&a%00%0Ab=1`);

  expect(found).toEqual([
    `request.query.unknown query.${'x'.repeat(63)}…`,
    'request.query.unknown query.a\\u0000\\u000ab',
  ]);
});

test.each([
  ['GET /pages/7.txt', 200, []],
  ['GET /pages/x.txt', 400, ['request.path.type path.page']],
  ['GET /pages/07.txt', 400, ['request.path.type path.page']],
  ['GET /books/b12', 200, []],
  ['GET /books/12', 400, ['request.path.pattern path.bookId']],
])('checks the parameter in %s', async (line, status, found) => {
  expect(await ask(library, line)).toMatchObject({ status, found });
});
