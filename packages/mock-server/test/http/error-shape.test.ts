import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { readSpec } from '../../src/spec/spec.js';
import { ask } from '../ask.js';

const server = await startMockServer({ mode: 'mock', listen: false, strict: true });
const { schemas } = await readSpec();
const create = (question: object) =>
  ask(server, 'POST /customers', { body: { type: 'individual' }, ...question });

test.each([
  [400, 'invalid_request', () => create({ body: '{' })],
  [400, 'invalid_request', () => ask(server, 'GET /customers/%')],
  [400, 'invalid_request', () => ask(server, 'GET /customers?limit=x')],
  [401, 'authentication_failed', () => create({ headers: { authorization: '' } })],
  [404, 'not_found', () => ask(server, 'GET /nowhere')],
  [405, 'method_not_allowed', () => ask(server, 'PUT /customers')],
  [406, 'not_acceptable', () => create({ headers: { accept: 'text/html' } })],
  [413, 'payload_too_large', () => create({ body: new Uint8Array(1_048_577) })],
  [414, 'uri_too_long', () => ask(server, `GET /customers?email=${'x'.repeat(8000)}`)],
  [415, 'unsupported_media_type', () => create({ headers: { 'content-type': 'text/plain' } })],
  [417, 'expectation_failed', () => create({ headers: { expect: 'a miracle' } })],
  [422, 'validation_failed', () => create({ body: {} })],
])('answers %i as %s in the error shape of the API', async (status, code, send) => {
  const reply = await send();
  const requestId = reply.headers.get('x-request-id');

  expect(reply).toMatchObject({ status, body: { code, requestId, message: expect.stringMatching(/\.$/) } });
  expect(schemas.brokenKeyword(['components', 'schemas', 'ApiErrorBody'], reply.body)).toBeUndefined();
});

test('does not take its own errors for violations of the response', () => {
  expect(server.violations.filter(({ direction }) => direction === 'response')).toEqual([]);
});

test('accepts a body of exactly 1 MB', async () => {
  const body = `{"type":"individual","externalId":"${'x'.repeat(1_048_576 - 38)}"}`;

  expect([body.length, (await create({ body })).status]).toEqual([1_048_576 - 1, 201]);
  expect((await create({ body: `${body} ` })).status).toBe(201);
  expect((await create({ body: `${body}  ` })).status).toBe(413);
});
