import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublished, targetsOf } from './published.js';

/** Lets every TypeScript project that knows Node import each entry point of the client that has types. */
export function writeEntryPoints(folder: string): void {
  const { name, manifest } = readPublished(folder, '@oms-sdk/client');
  const typed = Object.entries(manifest.exports)
    .filter(([, target]) => targetsOf(target).some(([condition]) => condition.endsWith('types')))
    .map(([entry]) => name + entry.slice(1));
  const lines = typed.map((specifier, index) => `export * as entry${index} from '${specifier}';\n`);
  for (const project of readdirSync(folder).filter((file) => /^typescript-(?!browser)/.test(file))) {
    writeFileSync(join(folder, project, 'entry-points.ts'), lines.join(''));
  }
}
