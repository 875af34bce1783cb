// Builds the package: one ESM file per entry point with everything compiled in, declarations, licences.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle, bundleSandbox } from './build/bundle.mjs';
import { copyReachable } from './build/reachable-declarations.mjs';
import { thirdPartyLicences } from './build/third-party-licences.mjs';

rmSync('dist', { recursive: true, force: true });
const inputs = await bundle('dist');
await bundleSandbox('dist');
chmodSync('dist/cli.js', 0o755);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', thirdPartyLicences(inputs));

execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit', shell: true });
for (const entry of ['index.d.ts', 'sandbox.d.ts', 'vitest.d.ts'])
  copyReachable(entry, 'dist/declarations', 'dist/types');
rmSync('dist/declarations', { recursive: true });

const spec = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
writeFileSync('dist/openapi.json', JSON.stringify(spec));
