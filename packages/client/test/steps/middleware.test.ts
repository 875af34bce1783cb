import {
  ConfigurationError,
  InvalidArgumentError,
  type Middleware,
  NotFoundError,
  ResponseError,
} from '@oms-sdk/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 }));
afterEach(() => vi.useRealTimers());

const passOn: Middleware = (request, next) => next(request);
const named =
  (name: string, seen: string[]): Middleware =>
  async (request, next) => {
    seen.push(`${name} before`);
    const response = await next(request);
    seen.push(`${name} after`);
    return response;
  };

test('runs around each attempt, the first one outermost, those of the call inside those of the client', async () => {
  const seen: string[] = [];
  const { client } = observedClient(undefined, { middleware: [named('a', seen), named('b', seen)] });

  await client.customers.get('cst_1', { middleware: [named('call', seen)] });

  const order = ['a before', 'b before', 'call before', 'call after', 'b after', 'a after'];
  expect(seen).toEqual(order);
});

test('runs once more for each retry and knows which attempt it is', async () => {
  const attempts: number[] = [];
  const count: Middleware = (request, next, context) => {
    attempts.push(context.attempt);
    return next(request);
  };
  const { client } = observedClient((_, index) => json({}, index < 2 ? 503 : 200), { maxRetries: 2 });

  await client.customers.get('cst_1', { middleware: [count] });

  expect(attempts).toEqual([1, 2, 3]);
});

test('sees the operation and the key, and not the token', async () => {
  const see = vi.fn(passOn);
  const { client } = observedClient();

  await client.customers.create({ type: 'individual' }, { middleware: [see], idempotencyKey: 'key-1' });

  const [request, , context] = see.mock.calls[0] ?? [];
  expect(context).toEqual({ operation: 'POST /customers', attempt: 1, idempotencyKey: 'key-1' });
  expect(request?.body).toBe('{"type":"individual"}');
  expect(JSON.stringify(request)).not.toContain('Bearer');
});

test('never sees the token exchange, whose body is the secret', async () => {
  const see = vi.fn(passOn);
  const { client, exchanges } = observedClient(undefined, { middleware: [see] });

  await client.customers.get('cst_1');

  expect(exchanges).toHaveLength(1);
  expect(see.mock.calls.map(([, , { operation }]) => operation)).toEqual(['GET /customers/{customerId}']);
});

test('can add a header', async () => {
  const trace: Middleware = (request, next) =>
    next({ ...request, headers: { ...request.headers, traceparent: '00-1' } });
  const { client, requests } = observedClient(undefined, { middleware: [trace] });

  await client.customers.get('cst_1');

  expect(requests[0]?.headers).toMatchObject({ traceparent: '00-1', authorization: expect.any(String) });
});

test('changes no other call when it changes the headers it received', async () => {
  const careless: Middleware = (request, next) => {
    Object.assign(request.headers, { 'x-tenant': 'first' });
    return next(request);
  };
  const { client, requests } = observedClient();

  await client.customers.get('cst_1', { middleware: [careless] });
  await client.customers.get('cst_1');

  expect(requests.map(({ headers }) => headers['x-tenant'])).toEqual(['first', undefined]);
});

test('cannot send the request, and with it the token, elsewhere', async () => {
  const elsewhere: Middleware = (request, next) =>
    next({ ...request, url: 'https://evil.example/', method: 'POST' });
  const { client, requests } = observedClient(undefined, { middleware: [elsewhere] });

  await client.customers.get('cst_1');

  expect(requests[0]).toMatchObject({ method: 'GET', path: '/customers/cst_1' });
});

test('can respond by itself', async () => {
  const respond: Middleware = async () => json({ id: 'cst_cached' });
  const { client, requests } = observedClient();

  expect(await client.customers.get('cst_1', { middleware: [respond] })).toEqual({ id: 'cst_cached' });
  expect(requests).toEqual([]);
});

test('can send the request again', async () => {
  const twice: Middleware = async (request, next) => {
    await next(request);
    return next(request);
  };
  const { client, requests } = observedClient((_, index) => json({ id: `cst_${index}` }));

  expect(await client.customers.get('cst_1', { middleware: [twice] })).toEqual({ id: 'cst_1' });
  expect(requests).toHaveLength(2);
});

test('can read the body of the response without taking it away', async () => {
  const bodies: unknown[] = [];
  const read: Middleware = async (request, next) => {
    const response = await next(request);
    bodies.push(await response.json());
    return response;
  };
  const { client } = observedClient(() => json({ id: 'cst_1' }));

  expect(await client.customers.get('cst_1', { middleware: [read] })).toEqual({ id: 'cst_1' });
  expect(bodies).toEqual([{ id: 'cst_1' }]);
});

test('sees an error status as a response', async () => {
  const statuses: number[] = [];
  const see: Middleware = async (request, next) => {
    const response = await next(request);
    statuses.push(response.status);
    return response;
  };
  const { client } = observedClient(() => json({}, 404));

  expect(await caught(client.customers.get('cst_1', { middleware: [see] }))).toBeInstanceOf(NotFoundError);
  expect(statuses).toEqual([404]);
});

describe('a middleware that misbehaves', () => {
  test('fails the call with its own error', async () => {
    const mine = new Error('mine');
    const fail: Middleware = () => Promise.reject(mine);
    const { client, requests } = observedClient(undefined, { maxRetries: 2 });

    expect(await caught(client.customers.get('cst_1', { middleware: [fail] }))).toBe(mine);
    expect(requests).toEqual([]);
  });

  test.each([
    ['HTML', async () => new Response('<p>', { headers: { 'content-type': 'text/html' } }), ResponseError],
    ['nothing', async () => undefined as unknown as Response, ConfigurationError],
  ])('fails the call with a typed error when it responds with %s', async (_case, respond, ErrorClass) => {
    const { client } = observedClient();

    expect(await caught(client.customers.get('cst_1', { middleware: [respond] }))).toBeInstanceOf(ErrorClass);
  });

  test('fails the call with a typed error when it sets a header that cannot be sent', async () => {
    const split: Middleware = (request, next) => next({ ...request, headers: { 'x-a': 'b\r\nc: d' } });
    const { client } = observedClient();

    const error = await caught(client.customers.get('cst_1', { middleware: [split] }));

    expect(error).toBeInstanceOf(InvalidArgumentError);
  });

  test.each([undefined, null, {}, { headers: null }])(
    'fails the call with a typed error when it passes on %j in place of the request',
    async (request) => {
      const { client, requests } = observedClient();
      const forget: Middleware = (_, next) => next(request as never);

      const error = await caught(client.customers.get('cst_1', { middleware: [forget] }));

      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(requests).toEqual([]);
    },
  );

  test('is refused when it is no function', async () => {
    const list = ['log'] as unknown as Middleware[];
    const { client } = observedClient();

    expect(await caught(() => observedClient(undefined, { middleware: list }))).toBeInstanceOf(
      ConfigurationError,
    );
    expect(await caught(client.customers.get('cst_1', { middleware: list }))).toBeInstanceOf(
      InvalidArgumentError,
    );
  });

  test('sends nothing more once the deadline has passed', async () => {
    const late: Middleware = async (request, next) => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return next(request);
    };
    const { client, requests } = observedClient(undefined, { deadlineMs: 1000 });
    await client.customers.list();

    const failure = caught(client.customers.create({ type: 'individual' }, { middleware: [late] }));
    await vi.advanceTimersByTimeAsync(3000);

    expect(await failure).toMatchObject({ name: 'TimeoutError', limit: 'deadlineMs' });
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });

  test('that never responds ends with the deadline, or with an abort', async () => {
    const hang: Middleware = () => new Promise(() => undefined);
    const { client } = observedClient(undefined, { middleware: [hang], deadlineMs: 1000 });
    const signal = AbortSignal.abort('enough');

    const late = await caught(client.customers.get('cst_1'));

    expect(late).toMatchObject({ name: 'TimeoutError', limit: 'deadlineMs' });
    expect(await caught(client.customers.get('cst_1', { signal }))).toBe('enough');
  });
});
