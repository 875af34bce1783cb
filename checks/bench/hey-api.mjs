// Generates the client of @hey-api/openapi-ts from our spec, and compiles it so that Node can run it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { build } from 'esbuild';

const folder = join(import.meta.dirname, 'node_modules/.cache/hey-api');

/** The generated sources, and the same as one module. */
export const [heyApiSource, heyApiModule] = [join(folder, 'all.ts'), join(folder, 'all.mjs')];

/** Writes both. */
export async function generateHeyApi() {
  const input = join(import.meta.dirname, '../../packages/client/dist/openapi.json');
  const plugins = ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'];
  await createClient({ input, output: folder, plugins, logs: { level: 'silent' } });
  writeFileSync(
    heyApiSource,
    "export * from './index.js';\nexport { createClient, createConfig } from './client/index.js';\n",
  );
  await build({ entryPoints: [heyApiSource], outfile: heyApiModule, bundle: true, format: 'esm' });
}
