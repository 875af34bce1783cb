// Provokes every kind of failure in the sandbox and says what to do about each: `tsx error-handling/main.ts`.
import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';
import { adviceFor } from './advice-for.js';

await using server = await startMockServer({ mode: 'sandbox' });
const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl: server.url };
const oms = new OmsClient({ ...credentials, maxRetries: 1 });
const stranger = new OmsClient({ ...credentials, apiSecret: 'wrong' });
const faulty = (fault: string) => ({ headers: { 'x-oms-fault': fault } });
const jane = { type: 'individual', firstName: 'Jane' } as const;
const { id } = await oms.customers.create(jane);
await oms.customers.create(jane, { idempotencyKey: 'jane-1' });

const failures: Record<string, () => PromiseLike<unknown>> = {
  'an id nobody knows': () => oms.customers.get('cst_unknown'),
  'an empty id': () => oms.customers.get(''),
  'a wrong secret': () => stranger.customers.list(),
  'a wallet too early': () => oms.wallets.create(id, { asset: 'usdc', chain: 'polygon' }),
  'a key for two writes': () => oms.customers.create({ type: 'individual' }, { idempotencyKey: 'jane-1' }),
  'too many requests': () => oms.customers.list({}, faulty('rate-limit=120')),
  'a lost response': () => oms.customers.create(jane, faulty('reset-after')),
  'a server that is down': () => oms.customers.create(jane, faulty('status=503')),
  'a server that hangs': () => oms.customers.create(jane, { ...faulty('stalled-body'), timeoutMs: 300 }),
  'an HTML page': () => oms.customers.get(id, faulty('html; status=200')),
};
for (const [situation, call] of Object.entries(failures)) {
  const advice = await call().then(() => 'It went well after all.', adviceFor);
  console.log(`${situation.padEnd(24)}${advice}`);
}
