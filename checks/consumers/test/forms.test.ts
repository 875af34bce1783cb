import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { runNode } from '../harness/run.js';

const project = join(inject('installed'), 'forms');
const compiler = fileURLToPath(new URL('../node_modules/typescript-5.9/bin/tsc', import.meta.url));
const update =
  '{"endorsements":["usd"],"email":"jane@example.com","residentialAddress":{"line1":"1 Main St","city":"Springfield","zipCode":"00000","country":"US"}}';

test('React Hook Form, TanStack Form and Hono take the validators of the KYC entry as they are', async () => {
  expect(await runNode(compiler, [], project)).toEqual({ status: 0, output: '' });

  const { status, output } = await runNode('out/main.js', [], project);

  expect({ status, output: output.split('\n') }).toEqual({
    status: 0,
    output: [
      'react-hook-form: Must be an email address. Is required.',
      `react-hook-form: ${update}`,
      'tanstack: Must be an email address.',
      'tanstack: Must be an email address.',
      `tanstack: ${update}`,
      'hono: 400 true',
      'hono: jane@example.com',
      `hono: ${update}`,
      '',
    ],
  });
});
