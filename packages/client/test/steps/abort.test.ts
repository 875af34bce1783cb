import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { type ApiError, InvalidArgumentError, type RequestOptions } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { credentials, observedClient } from '../harness/observed-client.js';
import { json, silence, streamed } from '../harness/responses.js';

const reason = new Error('the user left');

test('sends nothing, not even an exchange, when the signal is aborted already', async () => {
  const { client, requests, exchanges } = observedClient();

  const error = await caught(client.customers.list({}, { signal: AbortSignal.abort(reason) }));
  await setImmediate();

  expect(error).toBe(reason);
  expect([...requests, ...exchanges]).toEqual([]);
});

test('sends nothing either for a call that needs no token', async () => {
  const { client, exchanges } = observedClient();

  const error = await caught(client.auth.createToken(credentials, { signal: AbortSignal.abort(reason) }));

  expect(error).toBe(reason);
  expect(exchanges).toEqual([]);
});

test.each([
  ['waits for a response', () => silence],
  ['reads the body', () => streamed(['{"id":', silence])],
])("rejects at once with the caller's own reason while it %s", async (_, reply) => {
  const { client, requests } = observedClient(reply);
  const controller = new AbortController();
  const outcome = caught(client.customers.get('cst_1', { signal: controller.signal }));
  await setImmediate();

  controller.abort(reason);

  expect(await outcome).toBe(reason);
  expect(requests[0]?.init.signal?.reason).toBe(reason);
});

test('rejects with the reason even when fetch throws an error of its own', async () => {
  const controller = new AbortController();
  const { client } = observedClient(() => {
    controller.abort(reason);
    throw new DOMException('This operation was aborted', 'AbortError');
  });

  expect(await caught(client.customers.get('cst_1', { signal: controller.signal }))).toBe(reason);
});

test('rejects with an AbortError when the caller passed no reason', async () => {
  const { client } = observedClient(() => silence);
  const controller = new AbortController();
  const outcome = caught(client.customers.get('cst_1', { signal: controller.signal }));

  controller.abort();

  expect(await outcome).toMatchObject({ name: 'AbortError' });
});

test('leaves the error of another call as it is when that is the reason', async () => {
  const controller = new AbortController();
  const { client } = observedClient(({ path }) => (path === '/customers/cst_1' ? json({}, 404) : silence));
  const outcome = caught(client.customers.create({ type: 'individual' }, { signal: controller.signal }));
  const error = await caught<ApiError>(client.customers.get('cst_1'));
  const { attempts } = error;

  controller.abort(error);

  expect(await outcome).toBe(error);
  expect(error.attempts).toBe(attempts);
});

test('lets go of an exchange that others wait for, without ending it', async () => {
  let respond = (_: Response): void => undefined;
  const exchange = () =>
    new Promise<Response>((resolve) => {
      respond = resolve;
    });
  const { client, requests, exchanges } = observedClient(undefined, { exchange });
  const controller = new AbortController();
  const impatient = caught(client.customers.get('cst_impatient', { signal: controller.signal }));
  const patient = client.customers.get('cst_patient').then();

  controller.abort(reason);
  expect(await impatient).toBe(reason);
  respond(json(example('token')));
  await patient;

  expect(exchanges).toHaveLength(1);
  expect(exchanges[0]?.init.signal?.aborted).toBe(false);
  expect(requests.map(({ path }) => path)).toEqual(['/customers/cst_patient']);
});

test('leaves no listener on a long-lived signal', async () => {
  const { client } = observedClient((_, index) => (index === 0 ? json({}) : json({}, 404)));
  const { signal } = new AbortController();

  await client.customers.get('cst_1', { signal });
  await caught(client.customers.get('cst_1', { signal }));

  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('calls that share a signal share one listener, so that Node does not warn of a leak', async () => {
  const { client } = observedClient(() => silence);
  const controller = new AbortController();

  const calls = Array.from({ length: 20 }, () =>
    caught(client.customers.get('cst_1', { signal: controller.signal })),
  );
  await setImmediate();
  const listeners = getEventListeners(controller.signal, 'abort').length;
  controller.abort(reason);

  expect(listeners).toBe(1);
  expect(await Promise.all(calls)).toEqual(Array(20).fill(reason));
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

test('takes null for no signal, as fetch does', async () => {
  const { client } = observedClient();

  expect(await client.customers.get('cst_1', { signal: null } as unknown as RequestOptions)).toEqual({});
});

test.each([{}, 'signal', new AbortController()])('refuses %s as a signal', async (signal) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(
    client.customers.get('cst_1', { signal: signal as AbortSignal }),
  );

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('signal');
  expect(requests).toEqual([]);
});
