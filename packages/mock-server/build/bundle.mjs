// Compiles the entry points and everything they import into a folder.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { stubUnused } from './stub-unused.mjs';

// CommonJS packages compiled in still `require` what belongs to Node.
const requireInModules =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Prism's reference parser wants the `url` of Node for what Node 24 warns about. */
const whatwgUrl = {
  name: 'whatwg-url',
  setup(build) {
    build.onResolve({ filter: /^url$/ }, ({ importer }) =>
      importer.includes('json-schema-ref-parser')
        ? { path: fileURLToPath(import.meta.resolve('./whatwg-url.mjs')) }
        : undefined,
    );
  },
};

/** Writes the code to `outdir` and returns the paths of all files that went into it. */
export async function bundle(outdir) {
  const { metafile } = await build({
    entryPoints: { index: 'src/index.ts', cli: 'src/cli.ts', vitest: 'src/vitest.ts' },
    outdir,
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Names stay readable: there are no source maps, and stack traces are all there is to a report.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [stubUnused, whatwgUrl],
    // The test runner of the user of the fixture; a second copy would not know their tests.
    external: ['vitest'],
    // One copy each for Prism and for us; the CommonJS entry of jsonc-parser cannot be bundled.
    alias: { ajv: 'ajv', 'ajv-formats': 'ajv-formats', 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    banner: { js: requireInModules },
  });
  return Object.keys(metafile.inputs);
}

/** Writes the entry points that run wherever `fetch` does. Fails when one needs anything of Node. */
export async function bundleForBrowsers(outdir) {
  await build({
    entryPoints: { people: 'src/people.ts', sandbox: 'src/sandbox.ts' },
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
  });
}
