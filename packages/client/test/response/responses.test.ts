import { inspect } from 'node:util';
import { ApiError, ResponseError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json, streamed } from '../harness/responses.js';

const typed = (text: string | null, type: string, status = 200) =>
  new Response(text, { status, headers: { 'content-type': type } });

test.each<[string, ResponseError['reason'], () => Response]>([
  ['an empty body', 'empty', () => typed('', 'application/json')],
  ['no body', 'empty', () => typed(null, 'application/json', 201)],
  ['a 204 where data is due', 'empty', () => new Response(null, { status: 204 })],
  ['HTML', 'content-type', () => typed('<html>marker</html>', 'text/html; charset=utf-8')],
  ['JSON that says it is text', 'content-type', () => typed('{"a":"marker"}', 'text/plain')],
  ['a type that begins like JSON', 'content-type', () => typed('{"a":"marker"}', 'application/jsonlines')],
  ['no content type', 'content-type', () => streamedWithoutType('{"a":"marker"}')],
  ['HTML that says it is JSON', 'invalid-json', () => typed('<html>marker</html>', 'application/json')],
  ['cut JSON', 'invalid-json', () => streamed(['{"id":"cst_1","firstName":"mar'])],
  ['JSON and more', 'invalid-json', () => typed('{"a":"marker"} marker', 'application/json')],
  ['white space', 'invalid-json', () => typed(' \n', 'application/json')],
  ['null', 'not-an-object', () => json(null)],
  ['an array', 'not-an-object', () => json(['marker'])],
  ['a string', 'not-an-object', () => json('marker')],
  ['a number', 'not-an-object', () => json(42)],
])('refuses a success with %s, and keeps none of its text', async (_, reason, reply) => {
  const { client } = observedClient(reply);

  const error = await caught<ResponseError>(client.customers.get('cst_1'));

  expect(error).toBeInstanceOf(ResponseError);
  expect(error.reason).toBe(reason);
  expect(error.message).toMatch(/^GET \/customers\/\{customerId\}: the response with status 20[014] is /);
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('mar');
});

test.each([
  ['DELETE', '/customers/{customerId}'],
  ['POST', '/customers'],
])('refuses a 204 to %s %s, for which the spec promises a body', async (method, path) => {
  const { client } = observedClient(() => new Response(null, { status: 204 }));

  const call = client.request(method, path, { params: { path: { customerId: '1' } } });

  expect(await caught(call)).toMatchObject({ reason: 'empty', status: 204 });
});

test.each([
  ['HEAD', 200],
  ['PUT', 204],
  ['POST', 204],
  ['DELETE', 204],
])('takes an empty response to a %s that the spec does not have', async (method, status) => {
  const { client, requests } = observedClient(() => new Response(null, { status }));

  expect(await client.request(method, '/things')).toBeUndefined();
  expect(requests).toHaveLength(1);
});

test.each([
  'application/json',
  'Application/JSON; charset=utf-8',
  'application/problem+json',
  'application/vnd.oms.v1+json',
])('reads %s as JSON', async (type) => {
  const { client } = observedClient(() => typed('{"id":"cst_1"}', type));

  expect(await client.customers.get('cst_1')).toEqual({ id: 'cst_1' });
});

test('reads a body that comes in pieces, with a character cut in two and a byte order mark', async () => {
  const bytes = new TextEncoder().encode('\ufeff{"firstName":"Zoë"}');
  const cut = bytes.indexOf(0xc3) + 1;
  const { client } = observedClient(() => streamed([bytes.slice(0, cut), bytes.slice(cut)]));

  expect(await client.customers.get('cst_1')).toEqual({ firstName: 'Zoë' });
});

test.each([
  ['HTML', () => typed('<html>502</html>', 'text/html', 502)],
  ['nothing', () => typed(null, 'application/json', 502)],
  ['cut JSON', () => typed('{"code":', 'application/json', 502)],
  ['a JSON string', () => json('bad gateway', 502)],
])('lets an error status with %s be what it is, with no body', async (_, reply) => {
  const { client } = observedClient(reply);

  const error = await caught<ApiError>(client.customers.get('cst_1'));

  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 502, body: undefined, code: undefined });
});

test('puts the request id on the error of a response it cannot use', async () => {
  const { client } = observedClient(() => new Response('', { headers: { 'x-request-id': 'req_1' } }));

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({ requestId: 'req_1' });
});

function streamedWithoutType(text: string): Response {
  const response = streamed([text]);
  response.headers.delete('content-type');
  return response;
}
