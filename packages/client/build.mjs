// Builds the package: one ESM and one CommonJS file per entry point with openapi-fetch compiled in, and declarations.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { normalizeModes } from '../../scripts/normalize-modes.mjs';
import { pruneDeclarations } from '../../scripts/prune-declarations.mjs';

const entryPoints = {
  index: 'src/index.ts',
  errors: 'src/errors.ts',
  webhooks: 'src/webhooks.ts',
  node: 'src/node.ts',
  'openapi-types': 'src/openapi-types.ts',
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
await build({ ...shared, format: 'cjs', outdir: 'dist/cjs', minifyIdentifiers: true });
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');

// The declarations are there once, as CommonJS, which both kinds of module may read; the ESM ones pass them on.
execFileSync(process.execPath, [join(folderOf('typescript'), 'bin/tsc'), '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
const entryNames = Object.keys(entryPoints);
for (const file of pruneDeclarations('dist/cjs', entryNames)) indentWithTabs(file);
for (const name of entryNames) {
  writeFileSync(`dist/esm/${name}.d.ts`, `export * from '../cjs/${name}.js';\n`);
}

writeFileSync(
  'dist/openapi.json',
  JSON.stringify(JSON.parse(readFileSync('../../openapi/generated/openapi.json', 'utf8'))),
);
copyFileSync('../../LICENSE', 'LICENSE');
const license = readFileSync(join(folderOf('openapi-fetch'), 'LICENSE'), 'utf8');
const { version } = JSON.parse(readFileSync(join(folderOf('openapi-fetch'), 'package.json'), 'utf8'));
writeFileSync('THIRD-PARTY-LICENSES.txt', `openapi-fetch ${version} (MIT)\n\n${license}`);
normalizeModes();

function folderOf(name) {
  const paths = createRequire(import.meta.url).resolve.paths(name);
  return paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
}

/** Tabs instead of four spaces: declarations count towards the size of the package. */
function indentWithTabs(file) {
  const text = readFileSync(file, 'utf8').replace(/^( {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));
  writeFileSync(file, text);
}
