import { expect, test } from 'vitest';
import { checkedResponse } from './checked-response.js';

const checked = (body: unknown) => checkedResponse('GET /books/b1', { body: JSON.stringify(body) });
const book = { id: 'b1', kind: 'paper' };

test.each<[string, unknown, string[]]>([
  ['a missing property', { kind: 'paper' }, ['response.body.required body.id']],
  ['a wrong type', { ...book, minutes: '5' }, ['response.body.type body.minutes']],
  ['a closed enum', { ...book, shelf: 'c' }, ['response.body.enum body.shelf']],
  ['a pattern', { ...book, isbn: '1' }, ['response.body.pattern body.isbn']],
  ['null in place of an object', null, ['response.body.type body']],
  ['a list in place of an object', [book], ['response.body.type body']],
  [
    'an undeclared property',
    { ...book, isbn10: '1' },
    ['notice response.body.undeclared-property body.isbn10'],
  ],
  [
    'an undeclared property deep inside',
    { ...book, parts: [{}, { size: 1 }] },
    ['notice response.body.undeclared-property body.parts.1.size'],
  ],
  ['an open enum', { ...book, kind: 'vinyl' }, ['notice response.body.open-enum body.kind']],
  [
    'a write-only property of a shared schema',
    { ...book, remark: 'r' },
    ['response.body.write-only body.remark'],
  ],
  ['a write-only name', { ...book, secret: 's' }, ['response.body.write-only body.secret']],
  [
    'a write-only name below an undeclared one',
    { ...book, owner: [{ secret: 's' }] },
    ['notice response.body.undeclared-property body.owner', 'response.body.write-only body.owner.0.secret'],
  ],
  [
    'a property that a closed object rules out',
    { ...book, size: { width: 1 } },
    ['response.body.additional-property body.size.width'],
  ],
  [
    'a name that objects inherit',
    { ...book, constructor: 1 },
    ['notice response.body.undeclared-property body.constructor'],
  ],
])('reports %s', async (_, body, found) => {
  expect(await checked(body)).toEqual(found);
});

test.each([
  ['what the schema declares', { ...book, title: null, year: 1999, size: { height: 1 } }],
  ['a free-form object', { ...book, metadata: { secret: 'of the customer', any: 1 } }],
  ['a map', { ...book, tags: { secret: 'x' } }],
  ['an alternative', { ...book, author: { name: 'Ann' } }],
  ['a read-only property', { ...book, id: 'b2' }],
])('accepts %s', async (_, body) => {
  expect(await checked(body)).toEqual([]);
});

test.each([
  [
    'the wrong alternative for its discriminator',
    { kind: 'short', days: 3, months: 'none' },
    ['notice response.body.undeclared-property body.months'],
  ],
  ['an unknown discriminator', { kind: 'eternal', days: 3 }, ['response.body.discriminator body.kind']],
])('reports %s', async (_, loan, found) => {
  expect(await checkedResponse('GET /loans', { body: JSON.stringify(loan) })).toEqual(found);
});

test('a hundred warnings hide no error', async () => {
  const undeclared = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`new${index}`, 1]));

  expect(await checked({ ...book, ...undeclared, secret: 's' })).toContain(
    'response.body.write-only body.secret',
  );
});
