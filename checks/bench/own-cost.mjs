// Measures what a call costs in the client itself: over a fetch in memory, above that of the same fetch called bare.
import { answered, makePeers } from './peers.mjs';
import { medianOf, microsecondsOf, pairedMedian } from './rounds.mjs';
import { printTable } from './table.mjs';

const text = JSON.stringify(answered);
const init = { status: 200, headers: { 'content-type': 'application/json' } };
const peers = Object.entries(makePeers('https://localhost/v0.9', async () => new Response(text, init)));
const calls = peers.flatMap(([name, { create, get }]) => [
  [`${name} create`, create],
  [`${name} get`, get],
]);

const took = await microsecondsOf(Object.fromEntries(calls));
const bare = peers[0][0];
const rows = peers.map(([name]) => [
  name,
  ...['create', 'get'].flatMap((kind) => {
    const [own, raw] = [took[`${name} ${kind}`], took[`${bare} ${kind}`]];
    return [medianOf(own), pairedMedian(own, raw, (one, other) => one - other)];
  }),
]);
printTable('Call over a fetch in memory, µs', ['create', 'own cost', 'get', 'own cost'], rows);
