import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printDifference, publicApi } from './public-api.js';

const { values, positionals } = parseArgs({
  options: { accept: { type: 'boolean', default: false } },
  allowPositionals: true,
});

for (const folder of positionals) {
  const file = join(folder, 'public-api.gen.md');
  const accepted = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const actual = publicApi(folder);
  if (values.accept) writeFileSync(file, actual);
  else if (accepted !== actual) refuse(file, printDifference(accepted, actual));
}

function refuse(file: string, difference: string): void {
  console.error(`The public API differs from ${file}:

${difference}

If that is intended: run \`npm run api:accept\` at the root and commit the file, then \`npm run changeset\`
to tell integrators; a removed name or a narrower type is a breaking change.`);
  process.exitCode = 1;
}
