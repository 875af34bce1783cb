import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSpec } from '../load/load-spec.js';
import { runCommand } from '../run-command.js';
import { printCoverage, specCoverage } from './spec-coverage.js';

const usage = `Usage: npm run spec:coverage [-- --spec <root file>]

Counts how much of the spec is documented, inferred, preview, third-party or precedent, in all and by operation.

  --spec    root file of the spec (default: openapi/openapi.yaml)`;

const root = fileURLToPath(new URL('../../../..', import.meta.url));

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { spec: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const rootFile = values.spec ?? join(root, 'openapi/openapi.yaml');
  const { model } = await loadSpec(rootFile, join(root, 'openapi/redocly.yaml'));
  const { totals, operations } = specCoverage(model);
  console.log(printCoverage('Statements', totals));
  console.log(printCoverage('Parameters and fields of', operations));
  return 0;
}

await runCommand(run, usage);
