import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
const specFolder = join(root, 'openapi');

export const rootFile = join(specFolder, 'openapi.yaml');
export const configFile = join(specFolder, 'redocly.yaml');

/** A folder that is removed when the running test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oms-codegen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A copy of the spec in which `part` of `file` is replaced; gives its root file. */
export function brokenSpec(file: string, part: string | RegExp, replacement: string): string {
  const folder = temporaryFolder();
  cpSync(specFolder, folder, {
    recursive: true,
    filter: (path) => !/node_modules|rules/.test(path.slice(specFolder.length)),
  });
  const before = readFileSync(join(folder, file), 'utf8');
  const after = before.replace(part, replacement);
  if (after === before) throw new Error(`${file} has no such part; the test is out of date.`);
  writeFileSync(join(folder, file), after);
  return join(folder, 'openapi.yaml');
}
