// Measures how long it takes a fresh process to generate from the spec: all that we generate, and what others do of it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { printTable } from './table.mjs';

const runs = 5;
const here = import.meta.dirname;
const codegen = join(here, '../../packages/codegen');
const require = createRequire(join(codegen, 'package.json'));
const folder = mkdtempSync(join(here, 'node_modules/.codegen-'));
const spec = join(here, '../../packages/client/dist/openapi.json');
const binOf = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);

/** Commands of a Node process, each in the folder of its package. */
const commands = {
  'npm run generate: bundle, types, facts, documents': [
    codegen,
    binOf('tsx', 'dist/cli.mjs'),
    'src/generate/cli.ts',
    '--check',
  ],
  'openapi-typescript: types of the bundle': [
    codegen,
    ...[binOf('openapi-typescript', 'bin/cli.js'), spec, '-o', join(folder, 'types.ts')],
  ],
  'hey-api: types and client of the bundle': [
    here,
    ...[join(here, 'node_modules/.bin/openapi-ts'), '-i', spec, '-o', join(folder, 'hey-api')],
  ],
};

function seconds([cwd, ...command]) {
  const startedAt = performance.now();
  execFileSync(process.execPath, command, { cwd, stdio: 'ignore' });
  return (performance.now() - startedAt) / 1000;
}

try {
  const times = Object.values(commands).map(() => []);
  for (let run = 0; run < runs; run += 1)
    for (const [index, command] of Object.values(commands).entries()) times[index].push(seconds(command));
  const medians = times.map((list) => list.toSorted((a, b) => a - b)[runs >> 1]);
  const rows = Object.keys(commands).map((name, index) => [name, medians[index]]);
  printTable('Generating in a fresh process, s', ['median'], rows);
} finally {
  rmSync(folder, { recursive: true });
}
