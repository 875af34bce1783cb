// Builds the package: one ESM file per entry point with everything compiled in, declarations, licences.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { normalizeModes } from '../../scripts/normalize-modes.mjs';
import { pruneDeclarations } from '../../scripts/prune-declarations.mjs';
import { bundle, bundleForBrowsers } from './build/bundle.mjs';
import { thirdPartyLicences } from './build/third-party-licences.mjs';

rmSync('dist', { recursive: true, force: true });
const inputs = await bundle('dist');
await bundleForBrowsers('dist');
// The page of Studio is built in its own package, with one library in it.
const ofStudio = createRequire(new URL('../studio/package.json', import.meta.url)).resolve(
  'preact/package.json',
);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', thirdPartyLicences([...inputs, ofStudio]));

const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
pruneDeclarations('dist/types', ['index', 'people', 'sandbox', 'vitest'], ['vitest']);

for (const file of ['openapi.json', 'openapi.portable.json']) {
  const spec = JSON.parse(readFileSync(`../../openapi/generated/${file}`, 'utf8'));
  writeFileSync(`dist/${file}`, JSON.stringify(spec));
}
cpSync('../studio/dist', 'dist/studio', { recursive: true });
normalizeModes(['dist/cli.js']);
