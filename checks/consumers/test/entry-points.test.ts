import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readPublished } from '../harness/published.js';
import { runNode } from '../harness/run.js';

const installed = inject('installed');
const project = join(installed, 'javascript-esm');
const surface = (...args: string[]) => runNode('surface.js', args, project);

describe.each(['@oms-sdk/client', '@oms-sdk/mock-server'])('%s', (name) => {
  const { manifest } = readPublished(installed, name);
  // The fixture for vitest is for the inside of a test; the project `vitest` tries it there.
  const entries = Object.keys(manifest.exports).filter((entry) => entry !== './vitest');
  const specifiers = entries.map((entry) => name + entry.slice(1));

  test.each(specifiers)('%s is there for import and for require, with the same names', async (specifier) => {
    const { status, output } = await surface(specifier);
    expect({ status, output }).toEqual({ status: 0, output: expect.stringMatching(/^same: \d+ names\n$/) });
  });

  test('nothing beside the entry points can be imported', async () => {
    const { output } = await surface(`${name}/dist/index.js`);
    expect(output).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

test.each([
  '',
  '/errors',
  '/webhooks',
  '/kyc',
  '/openapi-fetch',
  '/testing',
  '/types',
  '/openapi.json',
  '/package.json',
])('@oms-sdk/client%s stays an entry point', (path) => {
  expect(Object.keys(readPublished(installed, '@oms-sdk/client').manifest.exports)).toContain(`.${path}`);
});

test('an error of one copy of the client is an instance of the class of the other', async () => {
  const { status, output } = await runNode('errors-across-copies.js', [], project);
  expect({ status, output }).toEqual({ status: 0, output: 'two copies, one family of errors\n' });
});

test('ES modules import names from the CommonJS build, whose clients and errors print readably', async () => {
  const { status, output } = await runNode('named-imports-of-commonjs.js', [], project);
  expect({ status, output }).toEqual({ status: 0, output: 'named, and readable\n' });
});
