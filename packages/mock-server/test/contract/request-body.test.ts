import { expect, test } from 'vitest';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';

const library = await libraryServer();

test.each<[string, unknown, string[]]>([
  ['a missing property', {}, ['request.body.required body.kind']],
  ['a wrong type', { kind: 'paper', title: 1 }, ['request.body.type body.title']],
  ['a type that could be coerced', { kind: 'paper', year: '1999' }, ['request.body.type body.year']],
  ['a value outside an enum', { kind: 'paper', shelf: 'c' }, ['request.body.enum body.shelf']],
  ['a value outside an open enum', { kind: 'vinyl' }, ['request.body.enum body.kind']],
  ['a pattern', { kind: 'paper', isbn: '1' }, ['request.body.pattern body.isbn']],
  ['a format', { kind: 'paper', published: '2024-02-30' }, ['request.body.format body.published']],
  [
    'a text that is too long',
    { kind: 'paper', title: 'x'.repeat(11) },
    ['request.body.max-length body.title'],
  ],
  ['a number that is too small', { kind: 'paper', year: 1 }, ['request.body.minimum body.year']],
  ['a list that is too long', { kind: 'paper', parts: [{}, {}, {}] }, ['request.body.max-items body.parts']],
  [
    'a nested property',
    { kind: 'paper', author: {} },
    [
      'request.body.required body.author.name',
      'request.body.type body.author',
      'request.body.one-of body.author',
    ],
  ],
  [
    'an item of a recursive list',
    { kind: 'paper', parts: [{ parts: [{ name: 1 }] }] },
    ['request.body.type body.parts.0.parts.0.name'],
  ],
  ['a value of a map', { kind: 'paper', tags: { a: 1 } }, ['request.body.type body.tags.a']],
  [
    'a property that is ruled out',
    { kind: 'paper', size: { width: 1 } },
    ['request.body.additional-property body.size.width'],
  ],
  ['a read-only property', { kind: 'paper', id: 'b1' }, ['request.body.read-only body.id']],
  ['an array for an object', [], ['request.body.type body']],
  [
    'a name with a slash and a tilde',
    { kind: 'paper', tags: { 'a/b~c': 1 } },
    ['request.body.type body.tags.a/b~c'],
  ],
])('reports %s with 422', async (_, body, found) => {
  expect(await ask(library, 'POST /books', { body })).toMatchObject({ status: 422, found });
});

test.each([
  ['a write-only property', { kind: 'paper', secret: 's' }],
  ['null where the schema allows it', { kind: 'paper', title: null, author: null }],
  ['anything in a free-form object', { kind: 'paper', metadata: { id: 1, deep: [{}] } }],
  ['values that are not ASCII', { kind: 'paper', title: 'Łódź 💚', metadata: { größe: 'ß' } }],
])('accepts %s', async (_, body) => {
  expect(await ask(library, 'POST /books', { body })).toMatchObject({ status: 201, found: [] });
});

test.each([
  ['a property the schema does not list', { binding: 'cloth' }, ['binding']],
  ['one further down', { author: { name: 'Ann', born: 1900 } }, ['author.born']],
  ['a write-only property in the wrong place', { author: { name: 'Ann', secret: 's' } }, ['author.secret']],
  ['names that are not ASCII', { größe: 'ß' }, ['größe']],
  ['names that objects inherit', { constructor: 1, toString: null }, ['constructor', 'toString']],
])('accepts %s with a warning', async (_, fields, names) => {
  const { status, found } = await ask(library, 'POST /books', { body: { kind: 'paper', ...fields } });

  expect(status).toBe(201);
  expect(found).toEqual(names.map((name) => `request.body.undeclared-property body.${name}`));
  expect(library.violations.at(-1)).toMatchObject({ severity: 'warning', blame: 'client' });
});

test.each(['null', 'false', '0', '""'])('does not take %s for a missing body', async (body) => {
  expect(await ask(library, 'POST /books', { body })).toMatchObject({
    status: 422,
    found: ['request.body.type body'],
  });
});

test('accepts 0 where it is the right body', async () => {
  expect(await ask(library, 'PUT /books/b1', { body: '0' })).toMatchObject({ status: 204, found: [] });
});

test('reports the discriminator when it names no alternative', async () => {
  const { found } = await ask(library, 'POST /loans', { body: { kind: 'eternal', days: 3 } });

  expect(found).toContain('request.body.discriminator body.kind');
});

test('reports a body where the operation takes none', async () => {
  expect(await ask(library, 'DELETE /books/b1', { body: {} })).toMatchObject({
    status: 400,
    found: ['request.body.unexpected body'],
  });
});

test('reports a body that is missing', async () => {
  const reply = await ask(library, 'POST /books', { headers: { 'idempotency-key': 'k' } });

  expect(reply).toMatchObject({ status: 400, found: ['request.body.missing body'] });
});

test('says in the answer what is wrong with each field', async () => {
  const { body } = await ask(library, 'POST /books', { body: { shelf: 'c' } });

  expect(body).toMatchObject({
    code: 'validation_failed',
    details: [
      { location: 'body.kind', code: 'required', message: 'Is required.' },
      { location: 'body.shelf', code: 'enum', message: 'Must be one of a, b.' },
    ],
  });
});

test('reports no more than a hundred violations of one message', async () => {
  const tags = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`tag${index}`, 1]));

  expect((await ask(library, 'POST /books', { body: { kind: 'paper', tags } })).found).toHaveLength(100);
});

test('reports only the first fault of a large body', async () => {
  const parts = Array.from({ length: 100_000 }, () => 1);
  const reply = await ask(library, 'POST /books', { body: { kind: 'paper', metadata: {}, parts } });

  expect(reply).toMatchObject({ status: 422, found: ['request.body.max-items body.parts'] });
});

test('accepts a large body that matches the contract', async () => {
  const metadata = { text: 'x'.repeat(100_000) };

  expect((await ask(library, 'POST /books', { body: { kind: 'paper', metadata } })).status).toBe(201);
});
