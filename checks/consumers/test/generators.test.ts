import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { newerNode, runNode } from '../harness/run.js';

const project = join(inject('installed'), 'generated');
const compiler = fileURLToPath(new URL('../node_modules/typescript-5.9/bin/tsc', import.meta.url));

test('hey-api and openapi-typescript generate from the portable spec what takes a status of tomorrow', async () => {
  const spec = '@oms-sdk/mock-server/openapi.portable.json';
  expect(await runNode('generate.mjs', [spec], project, {}, newerNode)).toEqual({ status: 0, output: '' });
  expect(await runNode(compiler, [], project)).toEqual({ status: 0, output: '' });

  const { status, output } = await runNode('out/program.js', [], project);

  expect({ status, output }).toEqual({
    status: 0,
    output: 'created: Jane active\nlater: paused\ntyped: true\n',
  });
});

test('what they generate from the spec itself takes only what it lists', async () => {
  const spec = '@oms-sdk/client/openapi.json';
  expect(await runNode('generate.mjs', [spec], project, {}, newerNode)).toEqual({ status: 0, output: '' });

  const compilation = await runNode(compiler, ['--pretty', 'false'], project);
  expect(compilation).toEqual({ status: 2, output: expect.stringContaining('"paused"') });

  const { output } = await runNode('out/program.js', [], project);
  expect(output).toBe('created: Jane active\nlater: ZodError\ntyped: false\n');
});
