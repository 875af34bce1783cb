import { type SeedData, SeedDataError } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import { expect, test } from 'vitest';
import { observedSandbox, type Send } from '../sandbox/observed-sandbox.js';

interface SeenCustomer {
  readonly firstName: string;
  readonly status: string;
  readonly wallets: readonly object[];
  readonly endorsements: readonly { readonly status: string }[];
}

async function customers(send: Send): Promise<SeenCustomer[]> {
  const { body } = await send('GET', '/customers?limit=100');
  return body['data'] as SeenCustomer[];
}

test('made-up customers have every status of an endorsement, some of them wallets, and match the spec', async () => {
  const { server, send } = await observedSandbox();

  const { customerIds, webhookEndpointIds } = server.sandbox.seed({ customers: 50 });
  const found = await customers(send);

  expect([customerIds.length, webhookEndpointIds.length, found.length]).toEqual([50, 2, 50]);
  const statuses = found.flatMap(({ endorsements }) => endorsements.map(({ status }) => status));
  expect([...new Set(statuses)].sort()).toEqual(
    ['ACTIVE', 'INACTIVE', 'ISSUES', 'OFFBOARDED', 'PENDING', 'REJECTED', 'REVOKED_ISSUES'].sort(),
  );
  expect(found.filter(({ wallets }) => wallets.length > 0).length).toBeGreaterThan(10);
  expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['active', 'inactive']));
  expect(server.violations).toEqual([]);
});

test('the same seed makes the same customers up, another one others', async () => {
  const lists = [];
  for (const seed of [7, 7, 8]) {
    const { server, send } = await observedSandbox(seed);
    server.sandbox.seed({ customers: 14 });
    lists.push(await customers(send));
  }

  expect(lists[1]).toEqual(lists[0]);
  expect(lists[2]).not.toEqual(lists[0]);
});

test('a second batch is of other customers', async () => {
  const { server, send } = await observedSandbox();
  server.sandbox.seed({ customers: 7 });
  server.sandbox.seed({ customers: 7 });

  const emails = (await customers(send)).map((customer) => Reflect.get(customer, 'email'));

  expect(new Set(emails).size).toBe(14);
});

const data: SeedData = {
  customers: [
    { ...people.complete, wallets: [{ asset: 'usdc', chain: 'polygon' }] },
    { ...people.complete, firstName: 'Rex', decisions: { usd: { status: 'REJECTED', reason: 'Blurred.' } } },
    { firstName: 'Dora', status: 'inactive' },
  ],
  webhookEndpoints: [{ url: 'http://127.0.0.1:9/hooks', secret: 'whsec_known' }],
};

test('customers are as the data says, newest first', async () => {
  const { send } = await observedSandbox(1, { seedData: data });

  const [dora, rex, jane] = await customers(send);

  expect(dora).toMatchObject({ firstName: 'Dora', status: 'inactive' });
  expect(rex?.endorsements.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE', 'REJECTED']);
  expect(jane?.wallets).toMatchObject([{ asset: 'usdc', network: 'polygon' }]);
});

test('nothing is sent about what was there from the start, and what happens later is', async () => {
  const sent: string[] = [];
  const deliver = async (_: string, body: string) => {
    sent.push(body);
    return 200;
  };
  const { server, send } = await observedSandbox(1, { seedData: data, deliver, checks: 'immediate' });
  await server.sandbox.delivered();
  expect(sent).toEqual([]);

  await send('POST', '/customers', people.complete);
  await server.sandbox.delivered();

  expect(sent).toHaveLength(1);
});

test('a reset goes back to the data of the options', async () => {
  const { server, send } = await observedSandbox(1, { seedData: { customers: 2 } });
  await send('POST', '/customers', people.incomplete);
  server.sandbox.seed({ customers: 5 });

  server.reset();

  const credentials = { apiKey: 'sk_sdbx_any', apiSecret: 'any' };
  const { body } = await send('POST', '/auth/token', credentials);
  const headers = { authorization: `Bearer ${String(body['accessToken'])}` };
  expect((await send('GET', '/customers', undefined, headers)).body['data']).toHaveLength(2);
});

test('scenarios of the data decide on customers to come, and not on those of the data', async () => {
  const scenarios = ['reject; nth=1', { outcome: 'issues', match: { email: 'ada@example.com' } }] as const;
  const { server, send } = await observedSandbox(1, {
    seedData: { customers: [{ ...people.complete }], scenarios },
    checks: 'immediate',
  });
  const statusOf = async (email: string) => {
    const { body } = await send('POST', '/customers', { ...people.complete, email, endorsements: ['basic'] });
    return (body as unknown as SeenCustomer).endorsements[0]?.status;
  };

  const [seeded] = await customers(send);
  expect(seeded?.endorsements.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
  expect(await statusOf('first@example.com')).toBe('REJECTED');
  expect(await statusOf('second@example.com')).toBe('ACTIVE');
  expect(await statusOf('ada@example.com')).toBe('ISSUES');
  expect(server.sandbox.scenarios.list().map(({ hits }) => hits)).toEqual([1, 1]);
});

test('a running server takes more scenarios, each once', async () => {
  const { server } = await observedSandbox();

  for (const _again of [1, 2]) server.sandbox.seed({ scenarios: ['reject; nth=1'] });

  expect(server.sandbox.scenarios.list()).toHaveLength(1);
});

test.each<[unknown, string]>([
  [7, 'the seed data must be an object'],
  [{ custmers: 1 }, 'custmers cannot be used: custmers is not a field of seed data; did you mean customers?'],
  [{ customers: -1 }, 'customers must be a list or a whole number from 0 to 10000'],
  [{ customers: 1.5 }, 'customers must be a list or a whole number from 0 to 10000'],
  [{ customers: ['x'] }, 'customers[0] must be an object'],
  [{ scenarios: {} }, 'scenarios must be a list of at most 1000'],
  [{ scenarios: [7] }, 'scenarios[0] cannot be used: a scenario must be an object with an outcome'],
  [
    { scenarios: ['reject', 'rejct'] },
    'scenarios[1] cannot be used: outcome must be one of approve, pending, issues, reject, revoke, offboard, delay; did you mean reject?',
  ],
  [
    { scenarios: [{ outcome: 'reject', match: { emial: 'a@example.com' } }] },
    'scenarios[0] cannot be used: emial is not a field of match; did you mean email?',
  ],
  [
    { customers: [{}, { fistName: 'Ada' }] },
    'customers[1].fistName cannot be used: fistName is not a field of a customer; did you mean firstName?',
  ],
  [
    { customers: [{ birthDate: '1990-02-31' }] },
    'customers[0].birthDate must be a date that exists, such as 2000-02-29',
  ],
  [{ customers: [{ firstName: 7 }] }, 'customers[0].firstName must be string'],
  [{ customers: [{ status: 'gone' }] }, 'customers[0].status must be active or inactive'],
  [
    { customers: [{ decisions: { gold: { status: 'ACTIVE' } } }] },
    'customers[0].decisions.gold cannot be used: endorsement must be one of basic, cryptoCustody, usd',
  ],
  [
    { customers: [{ wallets: [{ asset: 'usdc', chain: 'polygon' }] }] },
    'customers[0].wallets[0] cannot be put in: the customer needs the cryptoCustody endorsement first:',
  ],
  [
    { customers: [{ ...people.complete, wallets: [{ asset: 'usdc' }] }] },
    'customers[0].wallets[0].chain is required',
  ],
  [
    { customers: [{ metadata: { omsSandbox: 'nope' } }] },
    'customers[0].metadata.omsSandbox must be one of approve, pending, issues,',
  ],
  [{ webhookEndpoints: [{ url: 'http://x' }] }, 'webhookEndpoints[0].secret must be a text in visible ASCII'],
  [
    { webhookEndpoints: [{ url: 'ftp://x', secret: 'whsec_x' }] },
    'webhookEndpoints[0].url must be a URL, http or https',
  ],
])('%j is refused, and nothing of it is put in', async (wrong, message) => {
  const { server, send } = await observedSandbox();
  const hasCustomers = Array.isArray((wrong as SeedData).customers);
  const given = hasCustomers ? { ...(wrong as SeedData), webhookEndpoints: data.webhookEndpoints } : wrong;

  const seed = () => server.sandbox.seed(given as SeedData);

  expect(seed).toThrow(SeedDataError);
  expect(seed).toThrow(message);
  expect([await customers(send), (await send('GET', '/webhooks')).body['data']]).toEqual([[], []]);
});

test('the admin route takes data, and refuses what cannot be used', async () => {
  const { server } = await observedSandbox();
  const seed = async (body: unknown) => {
    const init = { method: 'POST', body: JSON.stringify(body) };
    const response = await server.fetch(`${server.url}/__oms/seed`, init);
    return [response.status, await response.json()];
  };

  expect(await seed({ customers: 2 })).toMatchObject([200, { customerIds: { length: 2 } }]);
  expect(await seed({ customers: [{ fistName: 'Ada' }] })).toMatchObject([
    400,
    { message: expect.stringContaining('did you mean firstName?') as string },
  ]);
});

test('the sandbox alone takes data too', async () => {
  const { customerIds } = createSandbox().seed(data);

  expect(customerIds).toHaveLength(3);
  expect(() => createSandbox().seed({ customers: [{ firstName: 7 }] })).toThrow(
    'customers[0].firstName must be a text',
  );
});
