import { expect, test } from 'vitest';
import { explain } from '../../src/cli/explain.js';
import { codeTable } from '../../src/violations/code-table.js';
import { ruleOf } from '../../src/violations/schema-rules.js';

const codes = [...codeTable.keys()];

test('lists every code with a sentence', () => {
  const lines = explain().split('\n');

  expect(lines).toHaveLength(codes.length);
  for (const line of lines)
    expect(line).toMatch(/^(request|response|event)(\.[a-z]+(-[a-z]+)*)+ {2,}[A-Z].+[.]$/);
});

test('explains every code, with the status of the answer where there is one', () => {
  for (const [code, { explanation, severity, status }] of codeTable) {
    expect(explain(code)).toContain(explanation);
    expect([code, status === undefined]).toEqual([code, !code.startsWith('request') || severity !== 'error']);
  }
});

test.each([
  ['minLength', 'min-length'],
  ['unevaluatedProperties', 'additional-property'],
  ['false schema', 'not-allowed'],
  ['constructor', 'schema'],
])('files %s under %s', (keyword, rule) => {
  expect(ruleOf(keyword)).toBe(rule);
});
