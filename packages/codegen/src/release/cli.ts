import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import readChangesets from '@changesets/read';
import { runCommand } from '../run-command.js';
import { compareSpecs } from '../spec-diff/compare-specs.js';
import { readSpecFile } from '../spec-diff/read-spec-file.js';
import { acceptBaseline, baselineFiles, currentFiles, readPackages } from './baseline.js';
import { checkChangesets } from './check-changesets.js';

const usage = `Usage: npm run check:changesets [-- --accept] [--root <folder>]

Fails when the pending changesets are too small for what changed since the last release.

  --accept   take what is in the tree now for the last release; part of \`npm run version-packages\`
  --root     the repository (default: this one)`;

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { accept: { type: 'boolean' }, root: { type: 'string' } } });
  const root = values.root ?? fileURLToPath(new URL('../../../..', import.meta.url));
  if (values.accept === true) {
    acceptBaseline(root);
    console.log('released/ holds what is in the tree now.');
    return 0;
  }
  const problems = await findProblems(root);
  if (problems.length === 0) console.log('The pending changesets are large enough for what changed.');
  else console.error(problems.join('\n\n'));
  return problems.length === 0 ? 0 : 1;
}

async function findProblems(root: string): Promise<string[]> {
  const changes = compareSpecs(
    readSpecFile(join(root, baselineFiles.spec)),
    readSpecFile(join(root, currentFiles.spec)),
  );
  const changesets = await readChangesets(root);
  const planned = changesets.flatMap(({ releases }) => releases);
  return checkChangesets(readPackages(root), planned, changes);
}

await runCommand(run, usage);
