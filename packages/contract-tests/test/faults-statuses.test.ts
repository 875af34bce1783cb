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
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { describe, expect, test } from 'vitest';
import { person } from '../src/fault-server/canaries.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient } from '../src/fault-server/faulty-client.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { answer, json } from '../src/fault-server/response.js';

const statuses = [
  [400, BadRequestError, 'rejected'],
  [401, AuthenticationError, 'rejected'],
  [403, PermissionError, 'rejected'],
  [404, NotFoundError, 'rejected'],
  [405, ApiError, 'rejected'],
  [408, ApiError, 'unknown'],
  [409, ConflictError, 'rejected'],
  [413, ApiError, 'rejected'],
  [418, ApiError, 'rejected'],
  [422, UnprocessableContentError, 'rejected'],
  [429, RateLimitError, 'rejected'],
  [431, ApiError, 'rejected'],
  [451, ApiError, 'rejected'],
  [499, ApiError, 'rejected'],
  [500, ServerError, 'unknown'],
  [501, ServerError, 'unknown'],
  [502, ServerError, 'unknown'],
  [503, ServerError, 'unknown'],
  [504, ServerError, 'unknown'],
  [520, ServerError, 'unknown'],
  [599, ServerError, 'unknown'],
  [600, ServerError, 'unknown'],
  [999, ServerError, 'unknown'],
] as const;

/** Bodies an error status comes with; none of them hides the status. */
const bodies: Record<string, (status: number) => Reply> = {
  'that repeats what was sent': (status) =>
    json({ code: 'refused', message: person.birthDate, person }, status),
  'of HTML': (status) =>
    answer({ status, headers: ['content-type: text/html', 'content-length: 15'], body: '<h1>Nginx</h1>\n' }),
  'without a body': (status) => answer({ status }),
  'of null': (status) => json(null, status),
  'of a list': (status) => json([person], status),
  'that is cut': (status) => answer({ status, body: '{"code":"ref' }),
  'of bytes that are not UTF-8': (status) => answer({ status, body: Buffer.from([0x7b, 0xff]) }),
  'that is nested a hundred thousand deep': (status) =>
    answer({ status, body: `{"a":${'['.repeat(100_000)}"birthDate"${']'.repeat(100_000)}}` }),
  'that breaks in its body': (status) => (socket) =>
    socket.end(`HTTP/1.1 ${status} Reason\r\ncontent-length: 99\r\n\r\n{`),
};

describe.each(statuses)('status %i', (status, ErrorClass, outcome) => {
  test.each(Object.entries(bodies))(`%s is its own class, ${outcome}`, async (_, reply) => {
    const { client, requests } = await faultyClient(always(reply(status)), { token: async () => 'token' });

    const error = await failureOf<ApiError>(client.customers.create(person, { idempotencyKey: 'order-1' }));

    expect(error.constructor).toBe(ErrorClass);
    expect(error).toMatchObject({
      status,
      outcome,
      idempotencyKey: 'order-1',
      attempts: [{ status, outcome }],
    });
    expect(requests()).toHaveLength(1);
  });

  test('passes through a middleware', async () => {
    const { client } = await faultyClient(always(json({ code: 'refused' }, status)));

    const error = await failureOf<ApiError>(
      client.customers.create(person, { middleware: [(request, next) => next(request)] }),
    );

    expect(error).toMatchObject({ status, code: 'refused', outcome });
  });

  test('is a result of openapi-fetch', async () => {
    const { client } = await faultyClient(always(json({ code: 'refused' }, status)));

    const result = await openapiFetch(client).POST('/customers', { body: person });

    expect(result.error).toMatchObject({ code: 'refused' });
    expect(result.response.status).toBe(status);
  });
});
