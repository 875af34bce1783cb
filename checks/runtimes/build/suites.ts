import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuntimeKind } from '../runners/runtime.js';
import { root } from './repository-files.js';

/** A set of test files that runs in every runtime. */
export interface Suite {
  readonly name: 'client' | 'webhooks' | 'contract';
  readonly folder: string;
  /** Where it runs in a browser; the guard against secrets in a page would stop most of the client's tests. */
  readonly place: 'page' | 'worker';
}

/** All suites, in the order of the table. */
export const suites: readonly Suite[] = [
  { name: 'contract', folder: 'packages/contract-tests/over-http', place: 'page' },
  { name: 'client', folder: 'packages/client/test', place: 'worker' },
  { name: 'webhooks', folder: 'packages/client/test/webhooks', place: 'worker' },
];

/** What keeps a test file out of a bundle, whatever the runtime: it is about the sources, or about vitest's own modules. */
const unbundled = /vi\.resetModules|from 'typescript'|readme|models\.ts/;
/**
 * What keeps a test file out of a runtime without a process of its own, or without the modules of Node. Only an engine's own
 * inspection knows that a promise is `<rejected>`.
 */
const needsProcess = /vi\.stubEnv|\bprocess\.|from 'node:http'|<rejected>/;

/** The test files of a suite that can run, and those that cannot. */
export function testFiles(
  { folder }: Suite,
  kind: RuntimeKind,
  leavesOut?: RegExp,
): { runs: string[]; leftOut: string[] } {
  const others = suites.filter((suite) => suite.folder.startsWith(`${folder}/`)).map((suite) => suite.folder);
  const isOfOther = (file: string) => others.some((other) => file.startsWith(join(root, other)));
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(root, folder, name))
    .filter((file) => !isOfOther(file));
  const canRun = (file: string) => {
    const source = readFileSync(file, 'utf8');
    if (leavesOut?.test(file)) return false;
    return !unbundled.test(source) && (kind === 'process' || !needsProcess.test(source));
  };
  return { runs: files.filter(canRun), leftOut: files.filter((file) => !canRun(file)) };
}
