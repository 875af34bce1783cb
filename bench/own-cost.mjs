// Measures what a call costs in the client itself: over a fetch in memory, above that of the same fetch called bare.
import { measure } from 'mitata';
import { answered, makePeers } from './peers.mjs';
import { printTable } from './table.mjs';

const text = JSON.stringify(answered);
const init = { status: 200, headers: { 'content-type': 'application/json' } };
const peers = Object.entries(makePeers('https://localhost/v0.9', async () => new Response(text, init)));
const callsPerSample = 100;

async function microseconds(call) {
  const sample = async () => {
    for (let index = 0; index < callsPerSample; index += 1) await call();
  };
  const { p25 } = await measure(sample, { min_samples: 60, warmup_samples: 20, warmup_threshold: 1e9 });
  return p25 / callsPerSample / 1000;
}

const rows = [];
let base;
for (const [name, { create, get }] of peers) {
  const row = { create: await microseconds(create), get: await microseconds(get) };
  base ??= row;
  rows.push([name, row.create, row.create - base.create, row.get, row.get - base.get]);
}
printTable('Call over a fetch in memory, µs', ['create', 'own cost', 'get', 'own cost'], rows);
