import type { Middleware, OverridableOptions } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { sandboxClient, uniqueName } from './connect.js';

/** Lets a fault hit the first attempts of each call. */
function injected(fault: string, attempts = 1): OverridableOptions {
  const inject: Middleware = (request, next, { attempt }) => {
    const header = attempt <= attempts ? { 'x-oms-fault': fault } : {};
    return next({ ...request, headers: { ...request.headers, ...header } });
  };
  return { middleware: [inject], timeoutMs: fault === 'stalled-body' ? 10_000 : 60_000 };
}

const faults = [
  'reset-before',
  'reset-after',
  'reset-in-body',
  'stalled-body',
  'truncated-json',
  'html',
  'status=503',
  'status=500',
  'rate-limit=0',
];

test.concurrent.each(faults)('a create that meets %s once is carried out once', async (fault) => {
  const { oms } = sandboxClient(injected(fault));
  const externalId = uniqueName('usr');

  const { data: created, attempts } = await oms.customers
    .create({ type: 'individual', externalId })
    .withResponse();

  expect(attempts).toHaveLength(1);
  const { data } = await sandboxClient().oms.customers.list({ externalId });
  expect(data.map((customer) => customer.id)).toEqual([created.id]);
});

test.concurrent.each(faults)('a read that meets %s once is repeated', async (fault) => {
  const { id } = await sandboxClient().oms.customers.create({ type: 'individual' });
  const { oms } = sandboxClient(injected(fault));

  const { data, attempts } = await oms.customers.get(id).withResponse();

  expect(data.id).toBe(id);
  expect(attempts).toHaveLength(1);
});

test.concurrent.each(faults)(
  'a call that meets %s each time ends in an error that says what came of it',
  async (fault) => {
    const { oms } = sandboxClient({ maxRetries: 1 });
    // The token is there, so that the short time is that of the call alone.
    await oms.customers.list({ limit: 1 });
    const { middleware } = injected(fault, Infinity);

    const error = await oms.customers
      .create({ type: 'individual' }, { middleware, timeoutMs: 500 })
      .catch((reason: unknown) => reason);

    expect(error).toMatchObject({
      name: expect.stringMatching(
        /^(ConnectionError|TimeoutError|ResponseError|ServerError|RateLimitError)$/,
      ),
      outcome: expect.stringMatching(/^(unknown|rejected|not_sent)$/),
      idempotencyKey: expect.stringMatching(/^oms-sdk-/),
      attempts: [expect.anything(), expect.anything()],
    });
  },
);
