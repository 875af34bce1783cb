// Generates the types of the admin routes from their description; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTypes, { astToString } from 'openapi-typescript';

const source = new URL('../../mock-server/src/http/admin/admin-api.json', import.meta.url);
const target = new URL('../src/generated/admin-api.gen.ts', import.meta.url);

const text = `// Generated from the description of the admin routes. Do not edit; run \`npm run generate\`.\n${astToString(await openapiTypes(source))}`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write(
    'packages/studio/src/generated/admin-api.gen.ts is out of date: run `npm run generate`.\n',
  );
  process.exitCode = 1;
}
