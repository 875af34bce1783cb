// Builds the package: one ESM and one CommonJS file per entry point with openapi-fetch compiled in, and declarations.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

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
pruneDeclarations('dist/cjs');
for (const name of Object.keys(entryPoints)) {
  writeFileSync(`dist/esm/${name}.d.ts`, `export * from '../cjs/${name}.js';\n`);
}

writeFileSync(
  'dist/openapi.json',
  JSON.stringify(JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'))),
);
copyFileSync('../../LICENSE', 'LICENSE');
const license = readFileSync(join(folderOf('openapi-fetch'), 'LICENSE'), 'utf8');
const { version } = JSON.parse(readFileSync(join(folderOf('openapi-fetch'), 'package.json'), 'utf8'));
writeFileSync('THIRD-PARTY-LICENSES.txt', `openapi-fetch ${version} (MIT)\n\n${license}`);

function folderOf(name) {
  const paths = createRequire(import.meta.url).resolve.paths(name);
  return paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
}

/** Takes out the declarations that no entry point leads to, and the indentation of those that stay. */
function pruneDeclarations(folder) {
  const files = new Set(Object.keys(entryPoints).map((name) => join(folder, `${name}.d.ts`)));
  for (const file of files) {
    const text = readFileSync(file, 'utf8').replace(/^( {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));
    writeFileSync(file, text);
    for (const [, path] of text.matchAll(/(?:from |import\()['"](\..+?)\.js['"]/g))
      files.add(join(file, '..', `${path}.d.ts`));
  }
  const all = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.d.ts'));
  for (const name of all) if (!files.has(join(folder, name))) rmSync(join(folder, name));
}
