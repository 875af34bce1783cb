import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lint, loadConfig, type NormalizedProblem } from '@redocly/openapi-core';

/** One finding of the linter. */
export type Problem = Pick<NormalizedProblem, 'ruleId' | 'message'>;

const folder = fileURLToPath(new URL('..', import.meta.url));
const config = await loadConfig({ configPath: join(folder, 'redocly.yaml') });

/** Lints the real spec with the real configuration. */
export const lintSpec = (): Promise<Problem[]> => lint({ ref: join(folder, 'openapi.yaml'), config });

/** Lints a document that exists only in a test, with the real configuration and a CURATION.md of its own. */
export async function lintText(document: string, curation: string): Promise<Problem[]> {
  const temporary = await mkdtemp(join(tmpdir(), 'oms-rules-'));
  try {
    await writeFile(join(temporary, 'CURATION.md'), curation);
    await writeFile(join(temporary, 'openapi.yaml'), document);
    return await lint({ ref: join(temporary, 'openapi.yaml'), config });
  } finally {
    await rm(temporary, { recursive: true });
  }
}
