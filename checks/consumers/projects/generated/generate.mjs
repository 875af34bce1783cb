// Generates a client with the Zod schemas that check what it receives, and types alone, from a spec that a package ships.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import openapiTS, { astToString } from 'openapi-typescript';

const spec = new URL(import.meta.resolve(process.argv[2]));
await createClient({
  input: fileURLToPath(spec),
  output: { path: 'hey-api', module: { extension: '.js' } },
  plugins: [
    '@hey-api/client-fetch',
    '@hey-api/typescript',
    'zod',
    { name: '@hey-api/sdk', validator: { response: 'zod' } },
  ],
  logs: { level: 'silent' },
});
writeFileSync('openapi-typescript.ts', astToString(await openapiTS(spec)));
