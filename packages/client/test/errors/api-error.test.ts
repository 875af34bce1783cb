import { inspect } from 'node:util';
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableContentError,
} from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

test.each([
  [400, BadRequestError, 'error-invalid-request', false],
  [401, AuthenticationError, 'error-token-expired', false],
  [403, PermissionError, 'error-forbidden', false],
  [404, NotFoundError, 'error-not-found', false],
  [409, ConflictError, 'error-idempotency-conflict', false],
  [422, UnprocessableContentError, 'error-validation-failed', false],
  [429, RateLimitError, 'error-rate-limited', true],
  [500, ServerError, 'error-internal-error', true],
  [503, ServerError, 'error-unavailable', true],
  [501, ServerError, 'error-internal-error', false],
  [599, ServerError, 'error-internal-error', false],
  [408, ApiError, 'error-invalid-request', true],
  [418, ApiError, 'error-invalid-request', false],
])('rejects a %i with a %o', async (status, ErrorClass, name, isRetryable) => {
  const body = example<{ code: string; requestId: string }>(name);
  const { client } = observedClient(() => json(body, status));

  const error = await caught<ApiError>(client.customers.get('cst_1'));

  expect(error).toBeInstanceOf(ErrorClass);
  expect(error.name).toBe(ErrorClass.name);
  expect(error).toMatchObject({ status, code: body.code, requestId: body.requestId, isRetryable, body });
});

test('names the status, the code, the path template and the request', async () => {
  const { client } = observedClient(() => json(example('error-not-found'), 404));

  const error = await caught(client.customers.get('cst_secret'));

  expect(error.message).toBe('404 not_found: GET /customers/{customerId} (request req_01H9XfA1iceR3quE)');
});

test('names less when the response contains less', async () => {
  const { client } = observedClient(() => new Response(null, { status: 404 }));

  expect((await caught(client.customers.get('cst_1'))).message).toBe('404: GET /customers/{customerId}');
});

test('prefers the request id of the header', async () => {
  const { client } = observedClient(() =>
    json(example('error-not-found'), 404, { 'x-request-id': 'req_of_header' }),
  );

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({ requestId: 'req_of_header' });
});

test.each([
  ['a sentence', 'Birth date 1990-05-15 is wrong'],
  ['a long string', 'x'.repeat(129)],
  ['an object', { birthDate: '1990-05-15' }],
])('takes no code and no request id that is %s', async (_, value) => {
  const headers = { 'x-request-id': typeof value === 'string' ? value : '' };
  const { client } = observedClient(() => json({ code: value, requestId: value }, 422, headers));

  const error = await caught<ApiError>(client.customers.get('cst_1'));

  expect(error).toMatchObject({ code: undefined, requestId: undefined });
  expect(error.message).toBe('422: GET /customers/{customerId}');
});

test('has the headers of the response', async () => {
  const { client } = observedClient(() => json({}, 429, { 'retry-after': '7' }));

  const error = await caught<ApiError>(client.customers.list());

  expect(error.headers.get('retry-after')).toBe('7');
});

test('has the body as a property, and keeps it out of JSON and inspection', async () => {
  const body = { code: 'validation_failed', message: 'birthDate 1990-05-15 is wrong' };
  const { client } = observedClient(() => json(body, 422));

  const error = await caught<ApiError>(client.customers.get('cst_1'));

  expect(error.body).toEqual(body);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'UnprocessableContentError',
    message: '422 validation_failed: GET /customers/{customerId}',
    outcome: 'rejected',
    status: 422,
    code: 'validation_failed',
    fieldErrors: [],
    isRetryable: false,
    attempts: [{ status: 422, outcome: 'rejected' }],
  });
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('1990');
});
