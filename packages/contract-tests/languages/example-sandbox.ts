import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import type { Change } from '../../mock-server/src/sandbox/state/tables.js';
import { readStateFile, StateLines } from '../../mock-server/src/state/state-file.js';
import { exampleIds } from '../src/calls.js';

const seedData = {
  customers: [{ ...people.complete, wallets: [{ asset: 'usdc', chain: 'polygon' }] }],
  webhookEndpoints: [{ url: 'https://app.example.com/oms/webhooks', secret: 'whsec_example' }],
};

/** A sandbox in which the ids of the named examples exist, also after a reset. */
export async function startExampleSandbox(): Promise<MockServer> {
  const folder = mkdtempSync(join(tmpdir(), 'oms-examples-'));
  const state = join(folder, 'oms.state');
  try {
    await (await startMockServer({ state, seedData, listen: false })).close();
    writeFileSync(state, [...new StateLines().file(withExampleIds(await readStateFile(state)))].join(''));
    return await startMockServer({ state: { from: state }, failOn: 'warning' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same state under other ids, which a sandbox makes itself and takes from nobody. */
function withExampleIds(changes: readonly Change[]): readonly Change[] {
  const { customerId, walletId, webhookId } = exampleIds;
  const known = { customer: customerId, wallet: walletId, webhookEndpoint: webhookId };
  const renamed = Object.entries(known).reduce((text, [table, id]) => {
    const [, made = ''] = changes.find(([name]) => name === table) ?? [];
    return text.replaceAll(made, id);
  }, JSON.stringify(changes));
  return JSON.parse(renamed) as Change[];
}
