import { OmsClient } from '@oms-sdk/client';
import { expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

test('passes one signal, however often it is read', async () => {
  const { client, requests } = observedClient(() => json({}));

  await client.customers.get('cst_1');

  const { init } = requests[0] ?? {};
  expect(init?.signal).toBeInstanceOf(AbortSignal);
  expect(init?.signal).toBe(init?.signal);
});

test('aborts a fetch that received a copy of its options', async () => {
  const controller = new AbortController();
  const signals: (AbortSignal | null | undefined)[] = [];
  const fetch = (_: string, init: RequestInit) => {
    signals.push({ ...init }.signal);
    return silence;
  };
  const client = new OmsClient({ token: async () => 'token', fetch });
  const outcome = caught(client.customers.get('cst_1', { signal: controller.signal }));
  await vi.waitFor(() => expect(signals).toHaveLength(1));

  controller.abort('enough');

  expect(await outcome).toBe('enough');
  expect(signals[0]?.reason).toBe('enough');
});
