import { expect, test } from 'vitest';
import { readJson } from '../../src/json/read-json.js';

test.each([
  ['', 1, 1],
  ['{', 1, 2],
  ['{"a": 1,}', 1, 9],
  ['{"a": 1\n "b": 2}', 2, 2],
  ['{\n  "a": tru\n}', 2, 8],
  ['[1, 2,, 3]', 1, 7],
  ['[01]', 1, 2],
  ["{'a': 1}", 1, 2],
  ['{"a" 1}', 1, 6],
  ['{1: 2}', 1, 2],
  ['{} {}', 1, 4],
  ['{"a": [1}', 1, 9],
  ['"secret', 1, 1],
  ['{"a": "x\\q"}', 1, 7],
  ['[1,\r\n\t}', 2, 2],
  ['{"a": undefined}', 1, 7],
  ['[NaN]', 1, 2],
])('%j stops being JSON at line %d, column %d', (text, line, column) => {
  expect(readJson(text)).toMatchObject({ message: `Is not JSON from line ${line}, column ${column} on.` });
});

test('a megabyte of escapes is placed as well', () => {
  const text = `["${'\\n'.repeat(500_000)}",`;

  expect(readJson(text)).toMatchObject({ message: `Is not JSON from line 1, column ${text.length + 1} on.` });
});
