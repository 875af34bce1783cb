import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPublished, targetsOf } from './published.js';

/** Lets every TypeScript project that knows Node import each entry point that has types. */
export function writeEntryPoints(folder: string): void {
  const client = typedEntryPoints(folder, '@oms-sdk/client');
  // The fixture needs vitest, which has a project of its own.
  const mockServer = typedEntryPoints(folder, '@oms-sdk/mock-server').filter(
    (name) => !name.endsWith('/vitest'),
  );
  for (const project of readdirSync(folder).filter((file) => /^typescript-(?!browser)/.test(file))) {
    // Compilers before TypeScript 5.8 do not let CommonJS import an ES module.
    const specifiers = project === 'typescript-cjs' ? client : [...client, ...mockServer];
    const lines = specifiers.map((specifier, index) => `export * as entry${index} from '${specifier}';\n`);
    writeFileSync(join(folder, project, 'entry-points.ts'), lines.join(''));
  }
}

function typedEntryPoints(folder: string, name: string): string[] {
  return Object.entries(readPublished(folder, name).manifest.exports)
    .filter(([, target]) => targetsOf(target).some(([condition]) => condition.endsWith('types')))
    .map(([entry]) => name + entry.slice(1));
}
