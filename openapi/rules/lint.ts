import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One finding of `redocly lint`. */
export interface Problem {
  ruleId: string;
  message: string;
  location: { source: { ref: string }; pointer: string }[];
}

const folder = fileURLToPath(new URL('..', import.meta.url));
const cli = join(dirname(fileURLToPath(import.meta.resolve('@redocly/cli/package.json'))), 'bin/cli.js');

/** Lints the real spec with the real configuration. */
export const lintSpec = (): Promise<Problem[]> => lintFile(join(folder, 'openapi.yaml'));

/** Lints a document that exists only in a test, with the real configuration and a CURATION.md of its own. */
export async function lintText(document: string, curation: string): Promise<Problem[]> {
  const temporary = await mkdtemp(join(tmpdir(), 'oms-rules-'));
  try {
    await writeFile(join(temporary, 'CURATION.md'), curation);
    await writeFile(join(temporary, 'openapi.yaml'), document);
    return await lintFile(join(temporary, 'openapi.yaml'));
  } finally {
    await rm(temporary, { recursive: true });
  }
}

function lintFile(file: string): Promise<Problem[]> {
  const args = [cli, 'lint', file, '--config', join(folder, 'redocly.yaml'), '--format', 'json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 2 ** 24 }, (_exit, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout).problems);
      } catch {
        reject(new Error(`redocly lint gave no report:\n${stderr}`));
      }
    });
  });
}
