import { startMockServer } from '@oms-sdk/mock-server';
import { points } from './points.js';

const print = (...cells: readonly string[]) =>
  console.log(cells.map((cell, index) => (index === 2 ? cell : cell.padEnd(index === 0 ? 36 : 29))).join(''));

print('', 'thirty lines of fetch', '@oms-sdk/client');
for (const { title, naive, ours } of points) {
  await using server = await startMockServer();
  const first = await naive(server);
  server.reset();
  print(title, first, await ours(server));
}
