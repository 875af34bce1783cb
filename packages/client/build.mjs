// Builds the package: one ESM and one CommonJS file per entry point with openapi-fetch compiled in, and declarations.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

const entryPoints = {
  index: 'src/index.ts',
  errors: 'src/errors.ts',
  webhooks: 'src/webhooks.ts',
  'openapi-types': 'src/openapi-types.ts',
};
const shared = {
  entryPoints,
  bundle: true,
  platform: 'neutral',
  target: 'es2022',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
await build({ ...shared, format: 'esm', outdir: 'dist/esm', splitting: true, chunkNames: 'chunk-[hash]' });
await build({ ...shared, format: 'cjs', outdir: 'dist/cjs' });
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');

// The declarations are there once, as CommonJS, which both kinds of module may read; the ESM ones pass them on.
execFileSync(process.execPath, [join(folderOf('typescript'), 'bin/tsc'), '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
for (const name of Object.keys(entryPoints)) {
  writeFileSync(`dist/esm/${name}.d.ts`, `export * from '../cjs/${name}.js';\n`);
}

writeFileSync(
  'dist/openapi.json',
  JSON.stringify(JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'))),
);
copyFileSync('../../LICENSE', 'LICENSE');
const license = readFileSync(join(folderOf('openapi-fetch'), 'LICENSE'), 'utf8');
writeFileSync('THIRD-PARTY-LICENSES.txt', `openapi-fetch is compiled into this package.\n\n${license}`);

function folderOf(name) {
  const paths = createRequire(import.meta.url).resolve.paths(name);
  return paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
}
