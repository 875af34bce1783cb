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

/** A copy of the spec that may be damaged; gives its folder. */
export function specCopy(): string {
  const folder = join(temporaryFolder(), 'openapi');
  cpSync(specFolder, folder, {
    recursive: true,
    filter: (path) => !/node_modules|rules/.test(path.slice(specFolder.length)),
  });
  return folder;
}

/** A copy of the spec in which `part` of `file` is replaced; gives its root file. */
export function brokenSpec(file: string, part: string | RegExp, replacement: string): string {
  const folder = specCopy();
  replaceIn(join(folder, file), part, replacement);
  return join(folder, 'openapi.yaml');
}

/** Replaces a part of a file, to the letter; the part has to be there. */
export function replaceIn(file: string, part: string | RegExp, replacement: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(part, () => replacement);
  if (after === before) throw new Error(`${file} has no such part; the test is out of date.`);
  writeFileSync(file, after);
}
