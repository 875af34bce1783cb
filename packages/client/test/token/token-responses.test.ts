import { inspect } from 'node:util';
import { ResponseError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const year = 31_536_000;

test.each<[string, unknown, string]>([
  ['no accessToken', { expiresIn: 3600 }, 'accessToken'],
  ['an accessToken of null', { accessToken: null, expiresIn: 3600 }, 'accessToken'],
  ['an accessToken that is an object', { accessToken: { marker: 1 }, expiresIn: 3600 }, 'accessToken'],
  ['an empty accessToken', { accessToken: '', expiresIn: 3600 }, 'accessToken'],
  ['an accessToken with a space', { accessToken: 'marker 1', expiresIn: 3600 }, 'accessToken'],
  ['an accessToken with a line break', { accessToken: 'marker\r\nx: y', expiresIn: 3600 }, 'accessToken'],
  ['an accessToken outside ASCII', { accessToken: 'markér', expiresIn: 3600 }, 'accessToken'],
  ['no expiresIn', { accessToken: 'marker' }, 'expiresIn'],
  ['an expiresIn of null, as NaN is written', { accessToken: 'marker', expiresIn: Number.NaN }, 'expiresIn'],
  ['an expiresIn that is a string', { accessToken: 'marker', expiresIn: '3600' }, 'expiresIn'],
  ['an expiresIn of 0', { accessToken: 'marker', expiresIn: 0 }, 'expiresIn'],
  ['a negative expiresIn', { accessToken: 'marker', expiresIn: -1 }, 'expiresIn'],
  ['an expiresIn that is a point in time', { accessToken: 'marker', expiresIn: 1_790_000_000 }, 'expiresIn'],
  ['an expiresIn over a year', { accessToken: 'marker', expiresIn: year + 1 }, 'expiresIn'],
])('refuses a token response with %s without quoting it', async (_, body, field) => {
  const { client, requests } = observedClient(undefined, { exchange: () => json(body) });

  const error = await caught<ResponseError>(client.customers.list());

  expect(error).toBeInstanceOf(ResponseError);
  expect(error.reason).toBe('invalid-token');
  expect(error.message).toBe(`POST /auth/token: the response with status 200 has no usable ${field}.`);
  expect(inspect(error, { depth: Infinity })).not.toContain('mark');
  expect(requests).toEqual([]);
});

test('lists the exchange whose response it could not use as an attempt', async () => {
  const exchange = () => json({}, 200, { 'x-request-id': 'req_1' });
  const { client } = observedClient(undefined, { exchange });

  expect(await caught<ResponseError>(client.customers.list())).toMatchObject({
    requestId: 'req_1',
    outcome: 'not_sent',
    attempts: [{ status: 200, error: 'ResponseError', outcome: 'unknown', requestId: 'req_1' }],
  });
});

test('refuses an expiresIn too large for a number', async () => {
  const text = '{"accessToken":"marker","expiresIn":1e999}';
  const exchange = () => new Response(text, { headers: { 'content-type': 'application/json' } });
  const { client } = observedClient(undefined, { exchange });

  const error = await caught<ResponseError>(client.customers.list());

  expect(error.reason).toBe('invalid-token');
});

test.each(['null', '[]', '"marker"', '', '<html>'])('refuses %j as a token response', async (text) => {
  const exchange = () => new Response(text, { headers: { 'content-type': 'application/json' } });
  const { client } = observedClient(undefined, { exchange });

  expect(await caught(client.customers.list())).toBeInstanceOf(ResponseError);
});

test('exchanges anew after a response it could not use', async () => {
  const exchange = (_: unknown, index: number) =>
    json(index === 0 ? {} : { accessToken: 'good', expiresIn: year });
  const { client, requests } = observedClient(undefined, { exchange });

  await caught(client.customers.list());
  await client.customers.list();

  expect(requests[0]?.headers['authorization']).toBe('Bearer good');
});

test('rejects calls that waited together with one error, which none of them changes for the others', async () => {
  const { client } = observedClient(undefined, { exchange: () => json({}) });

  const calls = Array.from({ length: 5 }, () => caught<ResponseError>(client.customers.list()));
  const errors = await Promise.all(calls);

  for (const error of errors) {
    expect(error).toMatchObject({ outcome: 'not_sent', attempts: [{ status: 200, error: 'ResponseError' }] });
  }
});
