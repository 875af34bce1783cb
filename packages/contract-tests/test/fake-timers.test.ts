import { OmsClient } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { people } from '@oms-sdk/mock-server/people';
import { test } from '@oms-sdk/mock-server/vitest';
import { afterEach, expect, onTestFinished, vi } from 'vitest';

afterEach(() => void vi.useRealTimers());

const credentials = { apiKey: 'sk_sdbx_any', apiSecret: 'made-up' };
const transports = ['mock.fetch', 'fetch', 'nodeFetch'] as const;

test.for(transports)(
  'a call over %s ends under the fake timers of a test',
  async (transport, { oms: mock }) => {
    vi.useFakeTimers();
    const overNode = nodeFetch();
    onTestFinished(() => overNode.close());
    const fetch = { 'mock.fetch': mock.fetch, fetch: globalThis.fetch, nodeFetch: overNode }[transport];
    const oms = new OmsClient({ ...credentials, baseUrl: mock.url, fetch });

    const { id } = await oms.customers.create({ type: 'individual', firstName: 'Alice' });

    expect(await oms.customers.list().toArray({ limit: 2 })).toMatchObject([{ id }]);
  },
);

test('the checks of an endorsement go by the time that a test lets pass', async ({ oms: mock }) => {
  vi.useFakeTimers();
  const oms = new OmsClient({ ...credentials, baseUrl: mock.url, fetch: mock.fetch });
  const { id } = await oms.customers.create({
    ...people.complete,
    endorsements: ['cryptoCustody'],
  });
  let isOver = false;
  const waiting = oms.customers.waitForEndorsement(id, 'cryptoCustody').finally(() => {
    isOver = true;
  });

  while (!isOver) await vi.advanceTimersByTimeAsync(1000);

  expect(await waiting).toMatchObject({ id });
});
