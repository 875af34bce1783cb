import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSpec } from '../load/load-spec.js';
import { baselineFiles, readSpecFile } from '../release/baseline.js';
import { runCommand } from '../run-command.js';
import { highestSeverity } from './change.js';
import { compareSpecs } from './compare-specs.js';
import { printChanges } from './print-changes.js';

const usage = `Usage: npm run spec:diff [-- --json] [--base <file>] [--spec <root file>]

Says what changed in openapi/ since the last release, for integrators: breaking, compatible, documentation.
The text can go into a changeset as it is.

  --json       every change at every operation, for machines
  --markdown   the text, which is the default
  --base       a bundled spec to compare with (default: openapi/released/openapi.json)
  --spec       root file of the spec (default: openapi/openapi.yaml)`;

const root = fileURLToPath(new URL('../../../..', import.meta.url));

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      markdown: { type: 'boolean' },
      base: { type: 'string' },
      spec: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const base = readSpecFile(values.base ?? join(root, baselineFiles.spec));
  const rootFile = values.spec ?? join(root, 'openapi/openapi.yaml');
  const { model } = await loadSpec(rootFile, join(root, 'openapi/redocly.yaml'));
  const changes = compareSpecs(base, model);
  const severity = highestSeverity(changes) ?? 'none';
  process.stdout.write(
    values.json === true ? `${JSON.stringify({ severity, changes }, null, 2)}\n` : printChanges(changes),
  );
  return 0;
}

await runCommand(run, usage);
