import { NotFoundError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const jane = example<{ id: string }>('customer-jane');

test('resolves to the data when it is awaited', async () => {
  const { client } = observedClient(() => json(jane));

  expect(await client.customers.get('cst_1')).toEqual(jane);
});

test('resolves to the response and the request id beside the data', async () => {
  const { client, requests } = observedClient(() =>
    json(jane, 200, { 'x-request-id': 'req_1', etag: '"1"' }),
  );

  const { data, response, requestId } = await client.customers.get('cst_1').withResponse();

  expect(data).toEqual(jane);
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toBe('"1"');
  expect(requestId).toBe('req_1');
  expect(requests).toHaveLength(1);
});

test('sends one request however often the promise is used', async () => {
  const { client, requests } = observedClient(() => json(jane));

  const call = client.customers.get('cst_1');
  const results = await Promise.all([call, call, call.withResponse(), call.then((data) => data)]);

  expect(results[0]).toBe(results[1]);
  expect(results[2].data).toBe(results[0]);
  expect(requests).toHaveLength(1);
});

test('resolves to a response whose body counts as read, instead of an empty one', async () => {
  const { client } = observedClient(() => json(jane));

  const { response } = await client.customers.get('cst_1').withResponse();

  expect(response.bodyUsed).toBe(true);
  expect(await caught(response.json())).toBeInstanceOf(TypeError);
  expect(() => response.clone()).toThrow(TypeError);
});

test('behaves as a promise does', async () => {
  const { client } = observedClient(() => json(jane));
  const call = client.customers.get('cst_1');

  expect(call).toBeInstanceOf(Promise);
  expect(await Promise.all([call])).toEqual([jane]);
  expect(await Promise.race([call])).toEqual(jane);
  expect(await call.finally(() => undefined)).toEqual(jane);
  expect(call.then(() => 1).constructor).toBe(Promise);
});

test('is the promise that it extends', async () => {
  const { client } = observedClient((_, index) => (index === 0 ? json(jane) : json({}, 404)));
  const call = client.customers.get('cst_1');
  const failing = client.customers.get('cst_2');

  expect(await Promise.prototype.then.call(call)).toEqual(jane);
  expect(await caught(Promise.prototype.then.call(failing))).toBeInstanceOf(NotFoundError);
});

test('rejects through every way of waiting for it', async () => {
  const { client } = observedClient(() => json(example('error-not-found'), 404));
  const call = client.customers.get('cst_1');

  const errors = [
    await caught(call),
    await caught(call.withResponse()),
    await call.catch((error: unknown) => error),
    await caught(call.finally(() => undefined)),
    await caught(Promise.all([call])),
  ];

  expect(errors[0]).toBeInstanceOf(NotFoundError);
  expect(new Set(errors).size).toBe(1);
});

test('never throws before it is waited for', async () => {
  const { client } = observedClient();

  const call = client.customers.get(undefined as unknown as string, null as never);

  expect((await caught(call)).name).toBe('InvalidArgumentError');
});
