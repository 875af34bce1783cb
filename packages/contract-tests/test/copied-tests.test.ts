import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { OmsClient } from '@oms-sdk/client';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import { expect, onTestFinished, test } from 'vitest';
import type { Fault, WholeExchange } from '../../studio/src/admin-api.js';
import { stepsOf } from '../../studio/src/copy/steps.js';
import { testOf } from '../../studio/src/copy/vitest.js';
import type { Action } from '../../studio/src/store.js';

/** What an integration, and somebody in front of Studio, do with a sandbox. */
interface Player {
  readonly oms: OmsClient;
  /** Does what a button of the page does. */
  readonly click: (route: string, body?: unknown, method?: string) => Promise<unknown>;
}

type Flow = (player: Player) => Promise<unknown>;

const hour = { advanceMs: 3_600_000 };

const flows: Readonly<Record<string, Flow>> = {
  'a customer is created and read': async ({ oms }) => {
    const { id } = await oms.customers.create(people.complete);
    await oms.customers.get(id);
  },
  'an approval brings a wallet': async ({ oms, click }) => {
    const { id } = await oms.customers.create(people.complete);
    await click('clock', hour);
    await oms.customers.get(id);
    const wallet = await oms.wallets.create(id, { asset: 'usdc', chain: 'polygon' });
    await oms.wallets.get(wallet.id);
    await oms.wallets.getBalance(wallet.id);
    await oms.wallets.list(id);
  },
  'a reviewer rejects': async ({ oms, click }) => {
    const { id } = await oms.customers.create(people.complete);
    const decision = { endorsement: 'basic', status: 'REJECTED', reason: 'It\'s too "dark".' };
    await click('endorsements', { customerId: id, ...decision });
    await oms.customers.get(id);
  },
  'a reviewer changes their mind later': async ({ oms, click }) => {
    const { id } = await oms.customers.create(people.complete);
    await click('endorsements', { customerId: id, endorsement: 'usd', status: 'ISSUES', afterMs: 60_000 });
    await click('clock', hour);
    await oms.customers.get(id);
    await click('endorsements', { customerId: id, endorsement: 'usd', status: 'ACTIVE' });
    await oms.customers.get(id);
  },
  'an incomplete person completes the form': async ({ oms, click }) => {
    const { id } = await oms.customers.create(people.incomplete);
    const { type: _, externalId: __, ...rest } = people.complete;
    await oms.customers.update(id, rest);
    await click('clock', hour);
    await oms.customers.get(id);
  },
  'customers are listed and one is deleted': async ({ oms }) => {
    const { id } = await oms.customers.create({ ...people.complete, externalId: 'mine' });
    await oms.customers.list({ externalId: 'mine', limit: 5 });
    await oms.customers.delete(id);
    await oms.customers.get(id);
  },
  'a customer that is not there': async ({ oms }) => {
    await oms.customers.get('cst_unknown').catch(() => undefined);
  },
  'a phone number that is none': async ({ oms }) => {
    await oms.customers.create({ ...people.complete, phone: '12' }).catch(() => undefined);
  },
  'a field that the spec does not know': async ({ oms }) => {
    const params = { ...people.complete, fistName: 'Jane' };
    await oms.customers.create(params as typeof people.complete);
  },
  'a response is lost, and the call sent again': async ({ oms, click }) => {
    await click('faults', { rule: 'status=503; operation=createCustomer; nth=1; when=after' });
    await oms.customers.create(people.complete);
  },
  'a delivery comes twice': async ({ oms, click }) => {
    await oms.webhookEndpoints.create({ url: 'http://127.0.0.1:9/hook' });
    await click('faults', { rule: 'duplicate-delivery' });
    await oms.customers.create(people.complete);
    await click('clock', hour);
  },
  'the next customer is rejected from outside': async ({ oms, click }) => {
    await click('scenarios', { outcome: 'reject', match: { nth: 1 } });
    const { id } = await oms.customers.create(people.complete);
    await click('clock', hour);
    await oms.customers.get(id);
  },
  'the clock goes to what is due, and to the end of the token': async ({ oms, click }) => {
    const { id } = await oms.customers.create(people.complete);
    await click('endorsements', { customerId: id, endorsement: 'usd', status: 'ISSUES', afterMs: 7000 });
    await click('clock', { to: 'next-due' });
    await click('clock', { to: 'next-due' });
    await oms.customers.get(id);
    await click('clock', { to: 'token-expiry' });
    await oms.customers.get(id);
  },
  'a scenario and a fault are removed again': async ({ oms, click }) => {
    const rule = { outcome: 'reject', match: { email: people.complete.email } };
    const { id: scenarioId } = (await click('scenarios', rule)) as { id: string };
    const { id: faultId } = (await click('faults', { rule: 'status=503' })) as { id: string };
    await click('faults', { id: faultId }, 'DELETE');
    await click('scenarios', { id: scenarioId }, 'DELETE');
    const { id } = await oms.customers.create(people.complete);
    await click('clock', hour);
    await oms.customers.get(id);
  },
  'an event is sent with an edited body': async ({ oms, click }) => {
    const { id } = await oms.customers.create(people.complete);
    const data = { id, object: 'customer', endorsements: ['usd'] };
    const event = 'customer.endorsement.granted';
    await click('trigger', { event, body: { event, data }, customer: id });
    await oms.customers.get(id);
  },
  'a webhook endpoint comes, changes and goes': async ({ oms }) => {
    const url = 'http://127.0.0.1:9/hook';
    const { id } = await oms.webhookEndpoints.create({ url, events: ['customer.endorsement.granted'] });
    await oms.webhookEndpoints.list();
    await oms.webhookEndpoints.update(id, { enabled: false });
    await oms.webhookEndpoints.get(id);
    await oms.webhookEndpoints.delete(id);
    await oms.webhookEndpoints.get(id).catch(() => undefined);
  },
  'a person made by a button is read': async ({ oms, click }) => {
    const { customerIds } = (await click('seed', { customers: [people.complete] })) as {
      customerIds: string[];
    };
    await oms.customers.get(customerIds[0] ?? '');
  },
};

async function record(title: string, flow: Flow): Promise<string> {
  const mock = await startMockServer({ listen: false, studio: true, deliver: async () => 200 });
  onTestFinished(() => mock.close());
  const actions: Action[] = [];
  await flow(playerOf(mock, actions));
  const admin = async <Result>(route: string) => {
    const response = await mock.fetch(`http://localhost/__oms/${route}`);
    return (await response.json()) as Result;
  };
  const { exchanges } = await admin<{ exchanges: { id: string }[] }>('exchanges');
  const whole = await Promise.all(exchanges.map(({ id }) => admin<WholeExchange>(`exchanges/${id}`)));
  await mock.sandbox.delivered();
  const { faults } = await admin<{ faults: Fault[] }>('faults');
  return testOf(stepsOf(whole, actions, faults), title);
}

function playerOf(mock: MockServer, actions: Action[]): Player {
  const { url: baseUrl, fetch } = mock;
  const oms = new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl, fetch });
  return {
    oms,
    click: async (route, body = {}, method = 'POST') => {
      const time = new Date(await nextMillisecond()).toISOString();
      const response = await fetch(`http://localhost/__oms/${route}`, { method, body: JSON.stringify(body) });
      const result: unknown = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(result));
      actions.push({ time, route, method, body, result });
      await nextMillisecond();
      return result;
    },
  };
}

/** Nobody clicks in the millisecond of a call: what comes first can be told by its time. */
async function nextMillisecond(): Promise<number> {
  const before = Date.now();
  while (Date.now() === before) await new Promise((resolve) => setImmediate(resolve));
  return Date.now();
}

test('what was recorded runs as a test against a new sandbox, as it was copied', async () => {
  const folder = await mkdtemp(fileURLToPath(new URL('../.copied-', import.meta.url)));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const config =
    "import { sharedConfig } from '../../../vitest.shared.js';\nexport default { ...sharedConfig, test: { testTimeout: 120_000 } };\n";
  await writeFile(`${folder}/vitest.config.ts`, config);
  for (const [index, [title, flow]] of Object.entries(flows).entries())
    await writeFile(`${folder}/flow-${index}.test.ts`, await record(title, flow));

  const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));
  const run = await promisify(execFile)(process.execPath, [vitest, 'run', '--root', folder, '--no-isolate'], {
    env: { ...process.env, NO_COLOR: '1' },
  }).catch((error: { stdout: string; stderr: string }) => error);

  expect(run.stderr).toBe('');
  expect(run.stdout).toContain(`Tests  ${Object.keys(flows).length} passed`);
}, 240_000);
