// Builds the package: one ESM file per entry point with everything compiled in, declarations, licences.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pruneDeclarations } from '../../scripts/prune-declarations.mjs';
import { bundle, bundleSandbox } from './build/bundle.mjs';
import { thirdPartyLicences } from './build/third-party-licences.mjs';

rmSync('dist', { recursive: true, force: true });
const inputs = await bundle('dist');
await bundleSandbox('dist');
chmodSync('dist/cli.js', 0o755);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', thirdPartyLicences(inputs));

execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit', shell: true });
pruneDeclarations('dist/types', ['index', 'sandbox', 'vitest'], ['vitest']);

const spec = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
writeFileSync('dist/openapi.json', JSON.stringify(spec));
