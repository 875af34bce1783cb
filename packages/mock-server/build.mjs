// Builds the package: one ESM file per entry point with everything compiled in, declarations, licences.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { normalizeModes } from '../../scripts/normalize-modes.mjs';
import { pruneDeclarations } from '../../scripts/prune-declarations.mjs';
import { bundle, bundleForBrowsers } from './build/bundle.mjs';
import { thirdPartyLicences } from './build/third-party-licences.mjs';

rmSync('dist', { recursive: true, force: true });
const inputs = await bundle('dist');
await bundleForBrowsers('dist');
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', thirdPartyLicences(inputs));

const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
pruneDeclarations('dist/types', ['index', 'people', 'sandbox', 'vitest'], ['vitest']);

for (const file of ['openapi.json', 'openapi.portable.json']) {
  const spec = JSON.parse(readFileSync(`../../openapi/generated/${file}`, 'utf8'));
  writeFileSync(`dist/${file}`, JSON.stringify(spec));
}
normalizeModes(['dist/cli.js']);
