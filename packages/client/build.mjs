// Builds the package: one ESM and one CommonJS file per entry point, and declarations. openapi-fetch is compiled into its own.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { normalizeModes } from '../../scripts/normalize-modes.mjs';
import { pruneDeclarations } from '../../scripts/prune-declarations.mjs';

const entryPoints = {
  index: 'src/index.ts',
  errors: 'src/errors.ts',
  webhooks: 'src/webhooks.ts',
  node: 'src/node.ts',
  'openapi-fetch': 'src/openapi-fetch.ts',
  models: 'src/models.ts',
  kyc: 'src/kyc.ts',
};
/** A fake is an instance of the class that the code under test imports, so that class is not compiled in a second time. */
const classOfTheClient = {
  name: 'class-of-the-client',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/client\.js$/ }, () => ({ path: './index.js', external: true }));
  },
};
const shared = {
  entryPoints,
  bundle: true,
  platform: 'neutral',
  target: 'es2022',
  mainFields: ['module', 'main'],
  minifyWhitespace: true,
  minifySyntax: true,
  // Node prints the line an uncaught error comes from, which must not be the whole file.
  lineLimit: 160,
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
// One by one: an entry point in several files takes twice as long to import, and error classes know their duplicates.
for (const [name, source] of Object.entries(entryPoints)) {
  const chunks = { splitting: true, chunkNames: 'chunk-[hash]' };
  await build({ ...shared, ...chunks, entryPoints: { [name]: source }, format: 'esm', outdir: 'dist/esm' });
}
const testing = { entryPoints: { testing: 'src/testing.ts' }, plugins: [classOfTheClient] };
await build({ ...shared, ...testing, format: 'esm', outdir: 'dist/esm' });
// For Node, esbuild lists the exports in a form that makes named imports from ES modules work. Names stay readable.
await build({ ...shared, format: 'cjs', platform: 'node', outdir: 'dist/cjs' });
await build({ ...shared, ...testing, format: 'cjs', platform: 'node', outdir: 'dist/cjs' });
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');

// The declarations are there once, as CommonJS, which both kinds of module may read; the ESM ones pass them on.
execFileSync(process.execPath, [join(folderOf('typescript'), 'bin/tsc'), '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
const entryNames = [...Object.keys(entryPoints), 'testing'];
declareOpenapiFetch();
for (const file of pruneDeclarations('dist/cjs', entryNames, ['openapi-fetch'])) shorten(file);
for (const name of entryNames.filter((name) => name !== 'openapi-fetch')) {
  writeFileSync(`dist/esm/${name}.d.ts`, `export * from '../cjs/${name}.js';\n`);
}

writeFileSync(
  'dist/openapi.json',
  JSON.stringify(JSON.parse(readFileSync('../../openapi/generated/openapi.json', 'utf8'))),
);
copyFileSync('../../LICENSE', 'LICENSE');
writeFileSync(
  'THIRD-PARTY-LICENSES.txt',
  ['openapi-fetch', 'openapi-typescript-helpers'].map(licenseOf).join('\n\n'),
);
normalizeModes();

function licenseOf(name) {
  const text = readFileSync(join(folderOf(name), 'LICENSE'), 'utf8');
  const { version } = JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));
  return `${name} ${version} (MIT)\n\n${text}`;
}

function folderOf(name) {
  const paths = createRequire(import.meta.url).resolve.paths(name);
  return paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
}

/**
 * Ships the types of openapi-fetch, which most applications do not have. In those that do, the client is of the type they
 * have, because the compiler takes two copies of it for different types, and companions ask for their own. Which copy that
 * is differs between ESM and CommonJS, so this entry point is declared for each.
 */
function declareOpenapiFetch() {
  copyDeclarations('openapi-fetch', 'dist/cjs/openapi-fetch/index.d.ts');
  copyDeclarations('openapi-typescript-helpers', 'dist/cjs/openapi-fetch/helpers.d.ts');
  const path = 'dist/cjs/openapi-fetch.d.ts';
  const [imported, ...rest] = readFileSync(path, 'utf8').split(/(?<=^import .* from 'openapi-fetch';\n)/);
  if (imported !== "import { type Client, type Middleware } from 'openapi-fetch';\n") {
    throw new Error(`${path} begins with another import of openapi-fetch: ${imported}`);
  }
  const declarations = `import type { Client as ShippedClient, Middleware } from './openapi-fetch/index.js';
/** @ts-ignore Where openapi-fetch is not installed, everything of it is \`any\`, which has symbols for keys. */
import type { Client as InstalledClient } from 'openapi-fetch';
export type { FetchResponse } from './openapi-fetch/index.js';
type Client<Paths extends {}> = symbol extends keyof InstalledClient<Paths> ? ShippedClient<Paths> : InstalledClient<Paths>;
${rest.join('')}`;
  writeFileSync(path, declarations);
  writeFileSync('dist/esm/openapi-fetch.d.ts', declarations.replaceAll(/from '\.\//g, "from '../cjs/"));
}

function copyDeclarations(name, to) {
  const text = readFileSync(join(folderOf(name), 'dist/index.d.mts'), 'utf8');
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, text.replaceAll("'openapi-typescript-helpers'", "'./helpers.js'"));
}

/** Declarations count towards the size of the package: tabs instead of four spaces, and descriptions without their tag. */
function shorten(file) {
  const text = readFileSync(file, 'utf8')
    .replace(/^( {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4))
    .replaceAll(/(?<=^\s*(?:\/\*)?\* )@description /gm, '');
  writeFileSync(file, text);
}
