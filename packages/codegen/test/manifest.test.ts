import { expect, test } from 'vitest';
import { generateManifest } from '../src/generate/outputs.js';

const directory = 'packages/client';
const manifest = { name: '@oms-sdk/client', version: '1.0.0', bugs: 'https://old.example/issues' };
const generated = (root: object) =>
  JSON.parse(generateManifest(JSON.stringify(manifest), directory, JSON.stringify(root)));

test('the links of a package come from the one address in the manifest of the repository', () => {
  expect(generated({ repository: 'https://github.com/example/oms-sdk' })).toEqual({
    name: '@oms-sdk/client',
    version: '1.0.0',
    repository: { type: 'git', url: 'git+https://github.com/example/oms-sdk.git', directory },
    homepage: 'https://github.com/example/oms-sdk/tree/main/packages/client#readme',
    bugs: 'https://github.com/example/oms-sdk/issues',
  });
});

test('a package has no links while that address is unset', () => {
  expect(generated({})).toEqual({ name: '@oms-sdk/client', version: '1.0.0' });
});
