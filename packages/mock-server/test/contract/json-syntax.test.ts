import { expect, test } from 'vitest';
import { checkJsonText, readJson } from '../../src/json/read-json.js';
import { seededRandom } from '../../src/seeded-random.js';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';

const library = await libraryServer();
const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, string | Uint8Array]>([
  ['nothing but space', ' '],
  ['a truncated object', '{"kind":"paper"'],
  ['text after the end', '{"kind":"paper"} {}'],
  ['a trailing comma', '{"kind":"paper",}'],
  ['a comment', '{"kind":"paper"/**/}'],
  ['single quotes', "{'kind':'paper'}"],
  ['NaN', '{"kind":"paper","year":NaN}'],
  ['a number with a leading zero', '{"kind":"paper","year":01999}'],
  ['a control character in a string', '{"kind":"pa\nper"}'],
  ['a byte order mark', '\uFEFF{"kind":"paper"}'],
  ['bytes that are not UTF-8', Uint8Array.of(...bytes('{"kind":"'), 0xff, ...bytes('"}'))],
  ['an overlong encoding', Uint8Array.of(...bytes('{"kind":"'), 0xc0, 0xaf, ...bytes('"}'))],
  ['HTML', '<html></html>'],
])('refuses %s', async (_, body) => {
  const reply = await ask(library, 'POST /books', { body });

  expect(reply).toMatchObject({
    status: 400,
    found: ['request.body.malformed body'],
    body: { code: 'invalid_request' },
  });
});

test.each([
  ['\uFEFF{}', 'Begins with a byte order mark.'],
  [Uint8Array.of(0xff), 'Is not UTF-8.'],
  ['{', 'Is not JSON from line 1, column 2 on.'],
])('says what is wrong with %j', async (body, message) => {
  expect((await ask(library, 'POST /books', { body })).body).toMatchObject({ details: [{ message }] });
});

test.each([
  ['the same property twice', '{"kind":"paper","kind":"paper"}', 'body.kind'],
  ['an escaped spelling of it', '{"kind":"paper","k\\u0069nd":"paper"}', 'body.kind'],
  ['a repetition deep inside', '{"kind":"paper","parts":[{},{"name":"a","name":"b"}]}', 'body.parts.1.name'],
  ['a repetition of __proto__', '{"kind":"paper","__proto__":1,"__proto__":2}', 'body.__proto__'],
])('refuses %s', async (_, body, location) => {
  expect(await ask(library, 'POST /books', { body })).toMatchObject({
    status: 400,
    found: [`request.body.duplicate-key ${location}`],
  });
});

test.each([
  ['equal names in different objects', '{"kind":"paper","parts":[{"name":"a"},{"name":"a"}]}'],
  ['a string that looks like a repetition', '{"kind":"paper","title":"\\",\\"kind"}'],
  ['a value equal to a name', '{"kind":"paper","title":"kind"}'],
  ['a prototype as a property', '{"kind":"paper","metadata":{"__proto__":{"kind":1}}}'],
])('accepts %s', async (_, body) => {
  expect(await ask(library, 'POST /books', { body })).toMatchObject({ status: 201, found: [] });
});

test.each([
  ['201 levels', `{"kind":"paper","metadata":{"a":${'['.repeat(199)}${']'.repeat(199)}}}`],
  ['a megabyte of brackets', `${'['.repeat(500_000)}${']'.repeat(500_000)}`],
])('refuses %s', async (_, body) => {
  const { status, found } = await ask(library, 'POST /books', { body });

  expect([status, found[0]]).toEqual([400, expect.stringContaining('request.body.too-deep')]);
});

test('accepts 200 levels', async () => {
  const body = `{"kind":"paper","metadata":{"a":${'['.repeat(198)}${']'.repeat(198)}}}`;

  expect((await ask(library, 'POST /books', { body })).status).toBe(201);
});

test('leaves the prototypes of its own objects alone', async () => {
  await ask(library, 'POST /books', {
    body: '{"kind":"paper","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  });

  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('refuses of 5,000 random texts those in which a search finds a repeated name', () => {
  const random = seededRandom('names');
  const pick = (parts: readonly string[]) => parts[Math.floor(random() * parts.length)] ?? '';
  const listOf = (make: () => string) => Array.from({ length: Math.floor(random() * 4) }, make);
  const space = () => pick(['', '', ' ', '\n\t']);
  const string = () =>
    `"${listOf(() => pick(['a', 'b', '\\\\', '\\"', '\\u0061', ':', '{', ',', '__proto__'])).join('')}"`;
  const value = (depth: number): string => {
    const kind = depth > 4 ? 'leaf' : pick(['leaf', 'list', 'object', 'object']);
    if (kind === 'leaf') return pick([string(), '1', 'true', 'null']);
    const item = () => space() + value(depth + 1) + space();
    if (kind === 'list') return `[${listOf(item).join()}]`;
    return `{${listOf(() => `${space()}${string()}${space()}:${item()}`).join()}}`;
  };
  const texts = Array.from({ length: 5000 }, () => value(0));

  const refused = texts.filter((text) => 'reason' in readJson(text));

  expect(refused).toEqual(texts.filter((text) => checkJsonText(text) !== undefined));
  expect(refused.length).toBeGreaterThan(100);
});
