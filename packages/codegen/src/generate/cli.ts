import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSpec } from '../load/load-spec.js';
import { explainFailure, runCommand } from '../run-command.js';
import { findStale, watchSpec, writeOutputs } from './write-outputs.js';

const usage = `Usage: npm run generate [-- --check | --watch] [--spec <root file>]

Writes everything that follows from openapi/: types, spec facts, the bundled openapi.json, and the reference
in docs/reference/, packages/client/api.md and llms.txt.

  --check   write nothing; exit 1 when a generated file is stale
  --watch   write, then write again on every change of the spec
  --spec    root file of the spec (default: openapi/openapi.yaml)`;

const root = fileURLToPath(new URL('../../../..', import.meta.url));

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean' },
      watch: { type: 'boolean' },
      spec: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    console.log(usage);
    return 0;
  }
  const rootFile = values.spec ?? join(root, 'openapi/openapi.yaml');
  if (values.watch === true) return watch(rootFile);
  const outputs = await generate(rootFile);
  return values.check === true ? check(outputs) : write(outputs);
}

async function generate(rootFile: string): Promise<ReadonlyMap<string, string>> {
  const spec = await loadSpec(rootFile, join(root, 'openapi/redocly.yaml'));
  // Its compilers take a second to load: a broken spec is reported without them.
  const { generateOutputs } = await import('./outputs.js');
  return generateOutputs(spec, root);
}

async function watch(rootFile: string): Promise<number> {
  const folder = dirname(rootFile);
  const regenerate = async () => {
    const start = performance.now();
    const outcome = await generate(rootFile)
      .then(write)
      .catch((error: unknown) => explainFailure(error, usage));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const result = outcome === 0 ? 'Done' : 'Failed';
    console.log(`${result} in ${seconds} s; watching ${folder}. Press Ctrl-C to stop.`);
  };
  await regenerate();
  await watchSpec(folder, regenerate);
  return 0;
}

function check(outputs: ReadonlyMap<string, string>): number {
  const stale = findStale(root, outputs);
  if (stale.length === 0) {
    console.log(`${outputs.size} generated files are up to date.`);
    return 0;
  }
  console.error(`Stale: ${stale.join(', ')}.\nRun \`npm run generate\` and commit the result.`);
  return 1;
}

function write(outputs: ReadonlyMap<string, string>): number {
  const written = writeOutputs(root, outputs);
  console.log(written.length === 0 ? 'Nothing changed.' : `Wrote ${written.join(', ')}.`);
  return 0;
}

await runCommand(run, usage);
