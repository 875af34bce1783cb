// Measures what a call over loopback allocates, in a process whose young heap is so large that nothing is collected meanwhile.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { makePeers } from './peers.mjs';
import { medianOf } from './rounds.mjs';
import { printTable } from './table.mjs';

const [rounds, callsPerRound, warmUpCalls] = [5, 300, 2_000];

const server = fork(new URL('server.mjs', import.meta.url), { execArgv: [] });
const [port] = await once(server, 'message');
const peers = Object.entries(makePeers(`http://127.0.0.1:${port}`, fetch, { sockets: true }));

async function kilobytesOf(call) {
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < callsPerRound; index += 1) await call();
  return (process.memoryUsage().heapUsed - before) / callsPerRound / 1000;
}

async function measure(call) {
  for (let index = 0; index < warmUpCalls; index += 1) await call();
  const measured = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await kilobytesOf(call));
  return medianOf(measured);
}

const rows = [];
for (const [name, { create, get }] of peers) rows.push([name, await measure(create), await measure(get)]);
printTable('Heap of a call, kB', ['create', 'get'], rows);
process.exit();
