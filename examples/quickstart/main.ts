import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';

const server = await startMockServer();
const oms = new OmsClient({
  apiKey: 'sk_sdbx_example',
  apiSecret: 'example',
  baseUrl: server.url,
});

const alice = await oms.customers.create({
  type: 'individual',
  firstName: 'Alice',
  endorsements: ['cryptoCustody'],
  metadata: { omsSandbox: 'approve' }, // the sandbox needs no identity for it
});
await oms.customers.waitForEndorsement(alice.id, 'cryptoCustody');
const wallet = await oms.wallets.create(alice.id, {
  asset: 'usdc',
  chain: 'polygon',
});
console.log(`${alice.firstName} receives ${wallet.asset} at ${wallet.address}`);

server.assertNoViolations();
await server.close();
