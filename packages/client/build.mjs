// Builds the package: one ESM and one CommonJS file per entry point with openapi-fetch compiled in, and declarations.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const shared = {
  entryPoints: { index: 'src/index.ts', errors: 'src/errors.ts', 'openapi-types': 'src/openapi-types.ts' },
  bundle: true,
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  sourcesContent: false,
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
await build({ ...shared, format: 'esm', outdir: 'dist/esm', splitting: true, chunkNames: 'chunk-[hash]' });
await build({ ...shared, format: 'cjs', outdir: 'dist/cjs' });

execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit', shell: true });
cpSync('dist/esm', 'dist/cjs', { recursive: true, filter: (path) => !/\.js(\.map)?$/.test(path) });
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');

const spec = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
writeFileSync('dist/openapi.json', JSON.stringify(spec));
writeFileSync('THIRD-PARTY-LICENSES.txt', `openapi-fetch is compiled into this package.\n\n${licenseOf('openapi-fetch')}`);

function licenseOf(name) {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = entry.slice(0, entry.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length);
  return readFileSync(`${folder}LICENSE`, 'utf8');
}
