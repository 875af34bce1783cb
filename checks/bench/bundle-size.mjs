// Measures what a client adds to a bundle: one call, and all it exports; minified, gzip, with and without splitting.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { heyApiSource } from './hey-api.mjs';
import { printTable } from './table.mjs';

const client = '../../packages/client/dist/esm/index.js';
const calls = {
  '@oms-sdk/client': [
    client,
    "import { OmsClient } from 'X'; console.log(await new OmsClient().customers.get('1'));",
  ],
  'openapi-fetch': [
    'openapi-fetch',
    "import createClient from 'X'; console.log(await createClient({}).GET('/1'));",
  ],
  'hey-api': [
    heyApiSource,
    "import { createClient, getCustomer } from 'X'; console.log(await getCustomer({ client: createClient(), path: { customerId: '1' } }));",
  ],
  ky: ['ky', "import ky from 'X'; console.log(await ky.get('/1').json());"],
  axios: ['axios', "import axios from 'X'; console.log(await axios.get('/1'));"],
  stripe: ['stripe', "import Stripe from 'X'; console.log(await new Stripe('k').customers.retrieve('1'));"],
  openai: ['openai', "import OpenAI from 'X'; console.log(await new OpenAI().models.retrieve('1'));"],
};

/** Bytes of the code that is loaded at once: the entry and what it imports, not what it may import later. */
async function kilobytes(contents, splitting) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    outdir: 'out',
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    splitting,
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const later = Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
  );
  const atOnce = outputFiles.filter(({ path }) => !later.some((chunk) => path.endsWith(chunk)));
  return atOnce.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0) / 1000;
}

const hasDefault = (name) => !['@oms-sdk/client', 'hey-api'].includes(name);

const rows = [];
for (const [name, [module, call]] of Object.entries(calls)) {
  const [one, all] = [
    call.replace('X', module),
    `export * from '${module}'; export { default } from '${module}';`,
  ];
  const everything = hasDefault(name) ? all : `export * from '${module}';`;
  const sizes = [];
  for (const code of [one, everything])
    for (const split of [true, false]) sizes.push(await kilobytes(code, split));
  rows.push([name, ...sizes]);
}
printTable(
  'Bundle, kB min+gzip',
  ['one call, split', 'one call, one file', 'all exports, split', 'all exports, one file'],
  rows,
);
