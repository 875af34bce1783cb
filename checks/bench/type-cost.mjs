// Measures what ten calls cost the compiler: its instantiations with them, less those of the bare import and client.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { heyApiSource } from './hey-api.mjs';
import { printTable } from './table.mjs';

const dist = '../../../packages/client/dist/esm';
const ten = (call) =>
  Array.from({ length: 10 }, (_, index) => call.replaceAll('#', String(index))).join('\n');
const sources = {
  '@oms-sdk/client': [
    `import { OmsClient } from '${dist}/index.js'; const client = new OmsClient();`,
    "export const a# = await client.customers.get('#'); export const b# = a#.status;",
  ],
  'openapi-fetch': [
    `import createClient from 'openapi-fetch'; import type { paths } from '${dist}/models.js';
const client = createClient<paths>();`,
    "export const a# = await client.GET('/customers/{customerId}', { params: { path: { customerId: '#' } } }); export const b# = a#.data?.status;",
  ],
  'hey-api': [
    `import { createClient, getCustomer } from '${heyApiSource.replace(/\.ts$/, '.js')}'; const client = createClient();`,
    "export const a# = await getCustomer({ client, path: { customerId: '#' } }); export const b# = a#.data?.status;",
  ],
  stripe: [
    "import Stripe from 'stripe'; const client = new Stripe('key');",
    "export const a# = await client.customers.retrieve('#'); export const b# = a#.object;",
  ],
  openai: [
    "import OpenAI from 'openai'; const client = new OpenAI();",
    "export const a# = await client.models.retrieve('#'); export const b# = a#.id;",
  ],
};
const options =
  '--noEmit --strict --skipLibCheck --target es2022 --module nodenext --types node --lib es2023,dom,dom.iterable --extendedDiagnostics';

const folder = mkdtempSync(join(import.meta.dirname, 'type-cost-'));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');

function instantiations(code) {
  writeFileSync(join(folder, 'main.ts'), code);
  const compiler = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript-native/package.json')));
  const print = execFileSync(process.execPath, [compiler, ...options.split(' '), 'main.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return Number(/Instantiations:\s+(\d+)/.exec(print)?.[1]);
}

try {
  const rows = Object.entries(sources).map(([name, [setUp, call]]) => {
    const bare = instantiations(`${setUp}\nvoid client;`);
    return [name, bare, instantiations(`${setUp}\n${ten(call)}`) - bare];
  });
  printTable('Instantiations by the compiler', ['import', 'ten calls'], rows);
} finally {
  rmSync(folder, { recursive: true });
}
