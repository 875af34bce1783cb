// Measures how long the first import takes in a fresh process, above that of an empty module.
import { execFileSync } from 'node:child_process';
import { heyApiModule } from './hey-api.mjs';
import { printTable } from './table.mjs';

const runs = 15;
const modules = {
  'an empty module': 'data:text/javascript,',
  '@oms-sdk/client': new URL('../../packages/client/dist/esm/index.js', import.meta.url).href,
  'hey-api': heyApiModule,
  ...Object.fromEntries(['openapi-fetch', 'ky', 'axios', 'stripe', 'openai'].map((name) => [name, name])),
};

function milliseconds(module) {
  const code = `const start = performance.now(); await import('${module}'); console.log(performance.now() - start);`;
  const options = { cwd: import.meta.dirname, encoding: 'utf8' };
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], options));
}

const times = Object.keys(modules).map(() => []);
for (let run = 0; run < runs; run += 1) {
  for (const [index, module] of Object.values(modules).entries()) times[index].push(milliseconds(module));
}
const medians = times.map((list) => list.toSorted((a, b) => a - b)[runs >> 1]);
const rows = Object.keys(modules).map((name, index) => [name, medians[index], medians[index] - medians[0]]);
printTable('Cold import, ms', ['median', 'above empty'], rows);
