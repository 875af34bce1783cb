import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSpecFile } from '../src/release/baseline.js';
import { temporaryFolder } from './spec-copy.js';

test.each([
  ['missing', undefined],
  ['empty', ''],
  ['a list', '[]'],
  ['no JSON', 'openapi: 3.1.0'],
])('names a base of spec:diff that is %s', (_case, content) => {
  const base = join(temporaryFolder(), 'base.json');
  if (content !== undefined) writeFileSync(base, content);
  expect(() => readSpecFile(base)).toThrow(
    expect.objectContaining({ name: 'SpecProblems', message: expect.stringContaining(base) }),
  );
});
