// Measures our mock server beside its peers on the same spec: start, speed at 100 calls at once, memory, size.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bytesIn, installSize } from './install-size.mjs';
import { load } from './load.mjs';
import { read } from './read-example.mjs';
import { cpuMs, medianOf } from './rounds.mjs';
import { printTable } from './table.mjs';

const [rounds, warmUpSeconds] = [3, 1.5];
const weight = { callers: 100, seconds: 3 };
const here = import.meta.dirname;
const ours = join(here, '../../packages/mock-server');
const spec = join(here, '../../packages/client/dist/openapi.json');
const prism = fileURLToPath(import.meta.resolve('@stoplight/prism-cli/dist/index.js'));
const own = { bytes: bytesIn(join(ours, 'dist')), packages: 1 };

/** Peers have no page that shows what goes through them, and nothing that falls due while they are measured. */
const bare = ['--quiet', '--no-studio', '--port'];
const pending = ['--checks', '86400000'];

/** The base path a server answers below, what installing it takes, and its command up to the port. */
const servers = {
  '@oms-sdk/mock-server sandbox': ['/v0.9', own, join(ours, 'dist/cli.js'), 'sandbox', ...pending, ...bare],
  '@oms-sdk/mock-server mock': ['/v0.9', own, join(ours, 'dist/cli.js'), 'mock', ...bare],
  '@stoplight/prism-cli': [
    '',
    installSize('@stoplight/prism-cli'),
    ...[prism, 'mock', spec, '-v', 'silent', '-p'],
  ],
  '@scalar/mock-server': [
    '',
    installSize('@scalar/mock-server', '@hono/node-server'),
    join(here, 'scalar-mock.mjs'),
  ],
};
const json = { 'content-type': 'application/json', authorization: 'Bearer none' };
const post = (url, name, headers) =>
  fetch(url, { method: 'POST', headers, body: JSON.stringify(read(name)) }).catch(() => undefined);

/** Starts a server; gives the milliseconds until its first answer and the headers of a call with its token. */
async function start(command, port, base) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...command, String(port)], { stdio: 'ignore' });
  while (child.exitCode === null && performance.now() - startedAt < 60_000) {
    const response = await post(`http://127.0.0.1:${port}${base}/auth/token`, 'token-create-sandbox', json);
    if (response?.ok) {
      const readyMs = performance.now() - startedAt;
      const { accessToken } = await response.json();
      return { child, readyMs, headers: { ...json, authorization: `Bearer ${accessToken}` } };
    }
    await setTimeout(10);
  }
  child.kill();
  throw new Error(`${command[0]} does not answer.`);
}

/** Load, and what a call of it costs the server in milliseconds of CPU (Linux only). */
async function loaded(child, port, makeCall) {
  const before = cpuMs(child.pid);
  const { perSecond, p99, calls } = await load(port, makeCall, weight);
  return { perSecond, p99, cpuMs: (cpuMs(child.pid) - before) / calls };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function measure([base, , ...command]) {
  const port = await freePort();
  const { child, readyMs, headers } = await start(command, port, base);
  const path = `${base}/customers`;
  const first = { ...headers, 'idempotency-key': 'first' };
  const { id } = await (await post(`http://127.0.0.1:${port}${path}`, 'customer-create-alice', first)).json();
  const body = JSON.stringify(read('customer-create-alice'));
  let count = 0;
  const keyed = () => ({
    ...headers,
    'content-length': Buffer.byteLength(body),
    'idempotency-key': `key-${++count}`,
  });
  const gets = () => ({ method: 'GET', path: `${path}/${id}`, headers });
  const creates = () => ({ method: 'POST', path, headers: keyed(), body });
  for (const calls of [gets, creates]) await load(port, calls, { ...weight, seconds: warmUpSeconds });
  const get = await loaded(child, port, gets);
  const create = await loaded(child, port, creates);
  const memory = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024;
  child.kill();
  return [readyMs, get.perSecond, get.p99, get.cpuMs, create.perSecond, create.p99, create.cpuMs, memory];
}

const samples = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1)
  for (const [name, server] of Object.entries(servers)) samples[name].push(await measure(server));

const rows = Object.entries(servers).map(([name, [, { bytes, packages }]]) => {
  const measured = samples[name][0].map((_, index) => medianOf(samples[name].map((sample) => sample[index])));
  return [name, ...measured, bytes / 1e6, packages];
});
const heads = [
  'ready, ms',
  'get/s',
  'p99, ms',
  'CPU, ms',
  'create/s',
  'p99, ms',
  'CPU, ms',
  'memory, MB',
  'install, MB',
  'packages',
];
printTable(`Mock servers, ${weight.callers} calls at once`, heads, rows);
