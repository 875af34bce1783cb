// Builds the package: one ESM file per entry point with everything compiled in, declarations, licences.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { keepReachable } from './build/reachable-declarations.mjs';
import { stubUnused } from './build/stub-unused.mjs';
import { thirdPartyLicences } from './build/third-party-licences.mjs';

rmSync('dist', { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: { index: 'src/index.ts', cli: 'src/cli.ts' },
  outdir: 'dist',
  chunkNames: 'chunk-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [stubUnused],
  alias: {
    ajv: fileURLToPath(new URL('node_modules/ajv', import.meta.url)),
    'ajv-formats': 'ajv-formats',
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
  },
  banner: {
    js: `import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);`,
  },
});

execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit', shell: true });
keepReachable('dist/index.d.ts');
chmodSync('dist/cli.js', 0o755);

const spec = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
writeFileSync('dist/openapi.json', JSON.stringify(spec));
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', thirdPartyLicences(Object.keys(metafile.inputs)));
