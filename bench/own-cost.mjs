// Measures what a call costs in the client itself: over a fetch in memory, above that of the same fetch called bare.
import { answered, makePeers } from './peers.mjs';
import { printTable } from './table.mjs';

const [rounds, callsPerRound, warmUpCalls] = [80, 100, 2000];

const text = JSON.stringify(answered);
const init = { status: 200, headers: { 'content-type': 'application/json' } };
const peers = Object.entries(makePeers('https://localhost/v0.9', async () => new Response(text, init)));
const samples = new Map();

async function microseconds(call, count) {
  const startedAt = performance.now();
  for (let index = 0; index < count; index += 1) await call();
  return ((performance.now() - startedAt) * 1000) / count;
}

for (const [, { create, get }] of peers)
  for (const call of [create, get]) await microseconds(call, warmUpCalls);
// Round by round, so that a machine that is slow for a while is slow for all.
for (let round = 0; round < rounds; round += 1) {
  for (const [name, calls] of peers) {
    for (const kind of ['create', 'get']) {
      const key = `${name} ${kind}`;
      samples.set(key, [...(samples.get(key) ?? []), await microseconds(calls[kind], callsPerRound)]);
    }
  }
}

const lowerQuartile = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 2];
const cost = (name, kind) => lowerQuartile(samples.get(`${name} ${kind}`));
const rows = peers.map(([name]) => [
  name,
  ...['create', 'get'].flatMap((kind) => [cost(name, kind), cost(name, kind) - cost(peers[0][0], kind)]),
]);
printTable('Call over a fetch in memory, µs', ['create', 'own cost', 'get', 'own cost'], rows);
