// Puts load on a server: so many callers at once, each on a connection of its own, for so long.
import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** How many calls, how many a second and the 99th percentile of their time in ms. `makeCall` gives `{ method, path, headers, body }` of the next call. */
export async function load(port, makeCall, { callers, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const times = [];
  const startedAt = performance.now();
  const end = startedAt + seconds * 1000;
  const caller = async () => {
    while (performance.now() < end) {
      const sentAt = performance.now();
      const status = await call({ agent, port, host: '127.0.0.1', ...makeCall() });
      if (status >= 300) throw new Error(`A call was answered with ${status}.`);
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  agent.destroy();
  const perSecond = (times.length * 1000) / (performance.now() - startedAt);
  const p99 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)];
  return { perSecond, p99, calls: times.length };
}

/** Makes so many calls a second, evenly, for so long, and returns how many were answered. */
export async function callAtRate(port, makeCall, { perSecond, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const startedAt = performance.now();
  const calls = [];
  while (calls.length < perSecond * seconds) {
    const due = ((performance.now() - startedAt) * perSecond) / 1000;
    while (calls.length < Math.min(due, perSecond * seconds))
      calls.push(call({ agent, port, host: '127.0.0.1', ...makeCall() }));
    await setTimeout(5);
  }
  const statuses = await Promise.all(calls);
  agent.destroy();
  if (statuses.some((status) => status >= 300)) throw new Error('A call was refused.');
  return { calls: statuses.length };
}

function call({ body, ...options }) {
  return new Promise((resolve, reject) => {
    const outgoing = request(options, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    outgoing.on('error', reject).end(body);
  });
}
