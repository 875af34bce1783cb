import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runCommand } from '../run-command.js';
import { acceptBaseline } from './baseline.js';
import { printChangelog } from './changelog.js';
import { findReleaseProblems } from './check-changesets.js';

const usage = `Usage: npm run check:changesets [-- --accept | --changelog] [--root <folder>]

Fails when the pending changesets are too small for what changed since the last release.

  --accept      take what is in the tree now for the last release; part of \`npm run version-packages\`
  --changelog   print what users will notice instead: what is not released yet, then each release
  --root        the repository (default: this one)`;

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { accept: { type: 'boolean' }, changelog: { type: 'boolean' }, root: { type: 'string' } },
  });
  const root = values.root ?? fileURLToPath(new URL('../../../..', import.meta.url));
  if (values.changelog === true) {
    process.stdout.write(await printChangelog(root));
    return 0;
  }
  if (values.accept === true) {
    acceptBaseline(root);
    console.log('openapi/released/ now contains the current spec, public APIs and versions.');
    return 0;
  }
  const problems = await findReleaseProblems(root);
  if (problems.length === 0) console.log('The pending changesets are large enough for what changed.');
  else console.error(problems.join('\n\n'));
  return problems.length === 0 ? 0 : 1;
}

await runCommand(run, usage);
