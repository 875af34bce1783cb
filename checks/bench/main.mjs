// Runs every measurement, each in a process of its own so that none warms up the next; `npm run bench -- loopback` runs one,
// and `--write` puts what was measured into docs/benchmarks.md and docs/benchmarks.svg.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawChart } from './chart.mjs';
import { generateHeyApi } from './hey-api.mjs';
import { toMarkdown } from './report.mjs';

const all = [
  'bundle-size',
  'type-cost',
  'cold-import',
  'own-cost',
  'webhook',
  'loopback',
  'heap',
  'mock-servers',
  'studio',
  'codegen',
];
/** For those that Node has to be told of. */
const flags = { heap: ['--expose-gc', '--max-semi-space-size=256', '--min-semi-space-size=256'] };
const isWriting = process.argv.includes('--write');
const wanted = process.argv.slice(2).filter((name) => name !== '--write');
const chosen = wanted.length === 0 ? all : all.filter((name) => wanted.includes(name));
if (isWriting && chosen.length < all.length) throw new Error('--write needs every measurement of one run.');

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const results = join(folder, 'results.ndjson');
const docs = join(import.meta.dirname, '../../docs');
const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`;

try {
  console.log(`${machine}. Compare rows of one run, not runs.`);
  await generateHeyApi();
  for (const name of chosen) {
    const env = { ...process.env, OMS_BENCH_RESULTS: results };
    const command = [...(flags[name] ?? []), join(import.meta.dirname, `${name}.mjs`)];
    execFileSync(process.execPath, command, { stdio: 'inherit', env });
  }
  if (isWriting)
    write(
      readFileSync(results, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
} finally {
  rmSync(folder, { recursive: true });
}

function write(tables) {
  writeFileSync(join(docs, 'benchmarks.md'), toMarkdown(tables, machine));
  writeFileSync(join(docs, 'benchmarks.svg'), drawChart(tables));
}
