import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { runNode } from '../harness/run.js';

const project = join(inject('installed'), 'react');
const compiler = fileURLToPath(new URL('../node_modules/typescript-5.9/bin/tsc', import.meta.url));

test('openapi-react-query takes openapiFetch, in its types and in React', async () => {
  expect(await runNode(compiler, [], project)).toEqual({ status: 0, output: '' });

  const { status, output } = await runNode('out/main.js', [], project);

  expect({ status, output }).toEqual({
    status: 0,
    output: 'query: Jane\nsuspense: Jane\nmissing: not_found\nmutation: Mona\ninfinite: 2+1\n',
  });
});
