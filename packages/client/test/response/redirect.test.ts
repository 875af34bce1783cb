import { type CustomerCreateParams, ResponseError } from '@oms-sdk/client';
import { expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';

const elsewhere = (status: number) =>
  new Response(null, { status, headers: { location: 'https://elsewhere.example/marker' } });

test('makes fetch follow no redirect', async () => {
  const { client, requests, exchanges } = observedClient();

  await client.customers.list();

  expect([...exchanges, ...requests].map(({ init }) => init.redirect)).toEqual(['manual', 'manual']);
});

test.each([301, 302, 303, 307, 308])('refuses a %i and does not name its target', async (status) => {
  const { client, requests } = observedClient(() => elsewhere(status));

  const error = await caught<ResponseError>(
    client.customers.create(example<CustomerCreateParams>('customer-create-jane')),
  );

  expect(error).toBeInstanceOf(ResponseError);
  expect(error).toMatchObject({ reason: 'redirect', status });
  expect(error.message).toBe(
    `POST /customers: the response with status ${status} is a redirect, which is never followed.`,
  );
  expect(requests).toHaveLength(1);
});

test('closes the connection of a redirect that has a body', async () => {
  const cancel = vi.fn();
  const { client } = observedClient(() => new Response(new ReadableStream({ cancel }), { status: 302 }));

  await caught(client.customers.list());

  expect(cancel).toHaveBeenCalledOnce();
});

test('refuses the opaque redirect of a browser', async () => {
  const opaque = { type: 'opaqueredirect', status: 0, headers: new Headers(), body: null } as Response;
  const { client } = observedClient(() => opaque);

  expect(await caught(client.customers.list())).toMatchObject({ reason: 'redirect', status: 0 });
});

test('refuses a redirect of the token exchange', async () => {
  const { client, exchanges, requests } = observedClient(undefined, { exchange: () => elsewhere(307) });

  expect(await caught(client.customers.list())).toMatchObject({ reason: 'redirect', status: 307 });
  expect(exchanges).toHaveLength(1);
  expect(requests).toEqual([]);
});

test.each([
  [301, 'unknown'],
  [302, 'unknown'],
  [303, 'unknown'],
  [307, 'rejected'],
  [308, 'rejected'],
])('a %i leaves it %s whether the write was carried out', async (status, outcome) => {
  const { client } = observedClient(() => elsewhere(status));

  expect(await caught(client.customers.create({ type: 'individual' }))).toMatchObject({ outcome });
});
