// Measures time and CPU of a call over loopback against a bare node:http server in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { makePeers } from './peers.mjs';
import { medianOf, pairedMedian } from './rounds.mjs';
import { printTable } from './table.mjs';

const [rounds, callsPerRound, warmUpCalls] = [15, 150, 600];

const server = fork(new URL('server.mjs', import.meta.url));
const [port] = await once(server, 'message');
const peers = Object.entries(makePeers(`http://127.0.0.1:${port}`, fetch, { sockets: true }));
const samples = new Map();

async function run(call, count) {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  for (let index = 0; index < count; index += 1) await call();
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / count, time: ((performance.now() - startedAt) * 1000) / count };
}

for (const [, { create, get }] of peers) for (const call of [create, get]) await run(call, warmUpCalls);
for (let round = 0; round < rounds; round += 1) {
  for (const [name, calls] of peers) {
    for (const kind of ['create', 'get']) {
      const key = `${name} ${kind}`;
      samples.set(key, [...(samples.get(key) ?? []), await run(calls[kind], callsPerRound)]);
    }
  }
}
server.disconnect();

const measured = (name, kind, unit) => samples.get(`${name} ${kind}`).map((sample) => sample[unit]);
const rows = peers.map(([name]) => [
  name,
  ...['create', 'get'].flatMap((kind) =>
    ['cpu', 'time'].flatMap((unit) => {
      const [values, raw] = [measured(name, kind, unit), measured(peers[0][0], kind, unit)];
      const ratio = pairedMedian(values, raw, (one, other) => one / other);
      return [medianOf(values), `${ratio.toFixed(2)} ×`];
    }),
  ),
]);
const heads = ['create CPU', 'ratio', 'create time', 'ratio', 'get CPU', 'ratio', 'get time', 'ratio'];
printTable('Call over loopback, µs', heads, rows);
process.exit();
