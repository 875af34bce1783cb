import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Format, transformSync } from 'esbuild';

const shared = fileURLToPath(new URL('../shared', import.meta.url));
const alice = join(shared, 'alice.ts');
const guide = fileURLToPath(new URL('../../../docs/guides/test-runners.md', import.meta.url));
const typeTests = fileURLToPath(new URL('../../../packages/client/test', import.meta.url));

/** The projects in JavaScript that create a customer, and their kind of module. */
const javascriptProjects: Readonly<Record<string, Format>> = {
  bundled: 'esm',
  'javascript-cjs': 'cjs',
  'javascript-esm': 'esm',
  jest: 'cjs',
};

/** The recipes of the guide that are executed: heading → project. */
const recipes: Readonly<Record<string, string>> = {
  'node:test': 'node-test',
  'Jest with ES modules': 'jest-esm',
  'Jest with CommonJS': 'jest',
  'Vitest before 4.1': 'vitest-3',
  Playwright: 'playwright',
  MSW: 'msw',
};

/**
 * Copies into the projects below `folder` the customer they all create, into those in TypeScript the type tests and what a
 * module exports without naming its types, and into the
 * bundled one the program that Node runs as it is.
 */
export function copySharedSources(folder: string): void {
  for (const [project, format] of Object.entries(javascriptProjects)) {
    const { code } = transformSync(readFileSync(alice, 'utf8'), { loader: 'ts', format });
    writeFileSync(join(folder, project, 'alice.js'), code);
  }
  cpSync(join(folder, 'javascript-esm/onboarding.js'), join(folder, 'bundled/server.js'));
  for (const project of readdirSync(folder).filter((name) => name.startsWith('typescript-'))) {
    cpSync(alice, join(folder, project, 'alice.ts'));
    copyTypeTests(join(folder, project, 'type-tests'));
    if (project !== 'typescript-browser')
      cpSync(join(shared, 'exported.ts'), join(folder, project, 'exported.ts'));
  }
}

/** Writes the files that the guide shows below a heading, each a block whose first line is its name, into its project. */
export function writeRecipes(folder: string): void {
  const sections = readFileSync(guide, 'utf8').split(/^###? /m);
  for (const [heading, project] of Object.entries(recipes)) {
    const section = sections.find((text) => text.startsWith(`${heading}\n`)) ?? '';
    const files = [...section.matchAll(/^```js\n\/\/ (\S+)\n(.*?)^```/gms)];
    if (files.length === 0) throw new Error(`${guide} shows no file below "${heading}".`);
    for (const [, name = '', text = ''] of files) writeFileSync(join(folder, project, name), text);
  }
}

/** The client's own tests check them against its sources; here, they check the published declarations. */
function copyTypeTests(to: string): void {
  const files = readdirSync(typeTests, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test-d.ts'),
  );
  if (files.length === 0) throw new Error(`There are no type tests in ${typeTests}.`);
  for (const file of files) cpSync(join(typeTests, file), join(to, basename(file)));
}
