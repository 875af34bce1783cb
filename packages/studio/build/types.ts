// Generates the types of the admin routes from their description, and the names to choose from; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTypes, { astToString } from 'openapi-typescript';

const source = new URL('../../mock-server/src/http/admin/admin-api.json', import.meta.url);
const target = new URL('../src/generated/admin-api.gen.ts', import.meta.url);

/** Schemas whose values a person chooses from, by the name of their list. */
const choices = { faultKinds: 'FaultKind', scenarioNames: 'ScenarioName' } as const;
const { components } = JSON.parse(readFileSync(source, 'utf8')) as {
  components: { schemas: Record<string, { enum: string[] }> };
};
const lists = Object.entries(choices).map(([name, schema]) => {
  const values = components.schemas[schema]?.enum.map((value) => `'${value}'`).join(', ');
  return `export const ${name}: readonly components['schemas']['${schema}'][] = [${values}];\n`;
});

const text = [
  '// Generated from the description of the admin routes. Do not edit; run `npm run generate`.\n',
  astToString(await openapiTypes(source)),
  ...lists,
].join('');
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write(
    'packages/studio/src/generated/admin-api.gen.ts is out of date: run `npm run generate`.\n',
  );
  process.exitCode = 1;
}
