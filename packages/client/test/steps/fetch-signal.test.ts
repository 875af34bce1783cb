import { OmsClient } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { afterEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { answerWith, loopbackServer } from '../harness/loopback-server.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

afterEach(() => vi.unstubAllGlobals());

/** Counts the controllers that are made. */
function countControllers() {
  const { AbortController: Original } = globalThis;
  const made = vi.fn();
  vi.stubGlobal(
    'AbortController',
    class extends Original {
      constructor() {
        super();
        made();
      }
    },
  );
  return made;
}

test('makes no AbortController for a fetch that does not look at its signal', async () => {
  const made = countControllers();
  const { client } = observedClient(() => json({ id: 'cst_1' }));

  await client.customers.get('cst_1');

  expect(made).not.toHaveBeenCalled();
});

test('makes none for nodeFetch either', async () => {
  const { url } = await loopbackServer((_, response) => answerWith(response, { id: 'cst_1' }));
  const made = countControllers();

  await new OmsClient({ token: async () => 'token', baseUrl: url, fetch: nodeFetch() }).customers.get(
    'cst_1',
  );

  expect(made).not.toHaveBeenCalled();
});

test('gives one signal, however often it is asked for', async () => {
  const { client, requests } = observedClient(() => json({}));

  await client.customers.get('cst_1');

  const { init } = requests[0] ?? {};
  expect(init?.signal).toBeInstanceOf(AbortSignal);
  expect(init?.signal).toBe(init?.signal);
});

test('aborts a fetch that was given a copy of its options', async () => {
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
