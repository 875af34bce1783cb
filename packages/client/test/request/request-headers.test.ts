import { InvalidArgumentError, spec } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

test('sends what it accepts, who it is and the token', async () => {
  const { client, requests } = observedClient();

  await client.customers.list();

  expect(requests[0]?.headers).toEqual({
    accept: 'application/json',
    authorization: 'Bearer example-access-token',
    'user-agent': expect.stringMatching(/^oms-sdk-client\/\d+\.\d+\.\d+ spec\/0\.9\.0\+[0-9a-f]{8}$/),
  });
  expect(requests[0]?.headers['user-agent']).toContain(spec.sha256.slice(0, 8));
});

test('says that a body is JSON', async () => {
  const { client, requests } = observedClient();

  await client.customers.update('cst_1', { firstName: 'Jane' });

  expect(requests[0]?.headers['content-type']).toBe('application/json');
});

test('lets the headers of a call win over those of the client, in any case', async () => {
  const { client, requests } = observedClient(undefined, {
    headers: { 'X-Trace-Id': 'client', 'x-team': 'blue' },
  });

  await client.customers.list({}, { headers: { 'x-trace-ID': 'call' } });

  expect(requests[0]?.headers).toMatchObject({ 'x-trace-id': 'call', 'x-team': 'blue' });
});

test('takes a header away for null and leaves it for undefined', async () => {
  const { client, requests } = observedClient(undefined, { headers: { 'x-gone': 'gone', 'x-kept': 'kept' } });

  await client.customers.list({}, { headers: { 'x-gone': null, 'x-kept': undefined } });

  expect(requests[0]?.headers).not.toHaveProperty('x-gone');
  expect(requests[0]?.headers).toHaveProperty('x-kept', 'kept');
});

test.each([
  ['a line break', { 'x-trace': 'marker\r\nx-admin: 1' }],
  ['a NUL', { 'x-trace': 'marker\0' }],
  ['characters outside Latin-1', { 'x-trace': 'marker\u{1f512}' }],
  ['a value of another type', { 'x-trace': ['marker'] as unknown as string }],
  ['a name that is not a token', { 'marker: x': '1' }],
  ['an empty name', { '': 'marker' }],
  ['an Authorization of its own', { AUTHORIZATION: 'Bearer marker' }],
])('refuses a header with %s, sends nothing and does not quote it', async (_, headers) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.customers.list({}, { headers }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('headers');
  expect(error.message).not.toContain('marker');
  expect(requests).toEqual([]);
});

test.each([
  ['a Headers', new Headers({ 'x-trace': '1' })],
  ['a Map', new Map([['x-trace', '1']])],
  ['an array', [['x-trace', '1']]],
  ['a string', 'x-trace: 1'],
])('refuses %s, whose entries would be lost', async (_, headers) => {
  const { client } = observedClient();

  const error = await caught(
    client.customers.list({}, { headers: headers as unknown as Record<string, string> }),
  );

  expect(error.message).toBe('headers must be a plain object.');
});

test.each([
  'Connection',
  'content-length',
  'Expect',
  'host',
  'keep-alive',
  'TE',
  'trailer',
  'Transfer-Encoding',
  'upgrade',
  '__proto__',
])('refuses %s, which would not arrive or change what arrives', async (name) => {
  const { client, requests } = observedClient();

  const headers = Object.fromEntries([[name, '0']]);
  const error = await caught<InvalidArgumentError>(client.customers.list({}, { headers }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('headers');
  expect(requests).toEqual([]);
});
