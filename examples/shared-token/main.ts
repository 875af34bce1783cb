// Four processes share one token, so OMS is asked for one: `tsx shared-token/main.ts`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMockServer } from '@oms-sdk/mock-server';

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
await using server = await startMockServer({ mode: 'sandbox' });
const folder = await mkdtemp(join(tmpdir(), 'oms-token-'));

for (let number = 1; number <= 4; number += 1) {
  const child = fork(worker, [server.url, join(folder, 'token.json')]);
  const [exitCode] = await once(child, 'exit');
  console.log(`process ${number} ended with ${exitCode}`);
}
const exchanges = server.requests.filter(({ operationId }) => operationId === 'createToken');
console.log(`${exchanges.length} token for ${server.requests.length - exchanges.length} calls`);
await rm(folder, { recursive: true });
