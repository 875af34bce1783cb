import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';

const server = await startMockServer(); // a simulated OMS: no account, no API key
const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any', baseUrl: server.url });

const person = { type: 'individual', firstName: 'Alice', metadata: { omsSandbox: 'approve' } } as const;
const alice = await oms.customers.create(person);
await oms.customers.waitForEndorsement(alice.id, 'cryptoCustody'); // granted a second later
const wallet = await oms.wallets.create(alice.id, { asset: 'usdc', chain: 'polygon' });
console.log(`${alice.firstName} receives ${wallet.asset} at ${wallet.address}`);

server.assertNoViolations(); // every request and response matched the spec
await server.close();
