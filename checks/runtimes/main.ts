// Runs every suite in every runtime and prints one table: `npm run test:runtimes [-- <runtime>...]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMockServer } from '@oms-sdk/mock-server';
import { startSharedServers } from '../../packages/contract-tests/src/shared-servers.js';
import { type Bundle, bundleSuite } from './build/bundle.js';
import { suites } from './build/suites.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { runtimes } from './runners/runtimes.js';
import { table } from './table.js';

const wanted = process.argv.slice(2);
const chosen = runtimes.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0) throw new Error(`There is no such runtime; choose from ${names(runtimes)}.`);

const folder = await mkdtemp(join(tmpdir(), 'oms-runtimes-'));
const servers = await startSharedServers(startMockServer);
const outcomes: Outcome[] = [];
for (const suite of suites) {
  const bundles = new Map<string, Bundle>();
  for (const runtime of chosen) {
    const { kind, leavesOut } = runtime;
    const key = `${kind} ${leavesOut}`;
    const bundle = bundles.get(key) ?? (await bundleSuite(suite, { kind, leavesOut, folder }));
    bundles.set(key, bundle);
    const outcome = await outcomeOf(runtime, suite, bundle, servers.provided);
    outcomes.push(outcome);
    for (const failure of outcome.failures) console.error(`${runtime.name}, ${suite.name}: ${failure}\n`);
  }
}
await servers.close();
await rm(folder, { recursive: true });

const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
console.log(table(outcomes));
console.log(`\nruntimes: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function names(list: readonly { readonly name: string }[]): string {
  return list.map(({ name }) => name).join(', ');
}
