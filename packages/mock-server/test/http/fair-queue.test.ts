import { Agent, request } from 'node:http';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { FairQueue } from '../../src/http/fair-queue.js';

test('lets at most four who wait proceed in a turn of the event loop, in their order', async () => {
  const queue = new FairQueue();
  let turn = 0;
  const count = () => {
    turn += 1;
    if (turn < 20) setImmediate(count);
  };
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const results: (readonly [name: string, turn: number])[] = [];
  const taken = names.map(async (name) => {
    await queue.next();
    results.push([name, turn]);
  });
  setImmediate(count);

  await Promise.all(taken);

  expect(results.map(([name]) => name)).toEqual(names);
  const turns = results.map(([, number]) => number);
  for (const number of turns) expect(turns.filter((other) => other === number).length).toBeLessThan(5);
});

/** Calls a server; resolves when the response is over. */
function get(url: URL, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (response) => response.resume().on('end', resolve));
    sent.on('error', reject).end();
  });
}

test('a new client waits for no more than a few rounds of a hundred who keep the server busy', async () => {
  await using server = await startMockServer({ mode: 'sandbox' });
  const url = new URL('/__oms/health', server.url);
  let served = 0;
  let isOver = false;
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const busy = Array.from({ length: 100 }, async () => {
    while (!isOver) {
      await get(url, agent);
      served += 1;
    }
  });
  while (served < 200) await get(url, agent);

  const before = served;
  await get(url, new Agent());
  const servedBefore = served - before;
  isOver = true;
  await Promise.all(busy);
  agent.destroy();

  expect(servedBefore).toBeLessThan(500);
});
