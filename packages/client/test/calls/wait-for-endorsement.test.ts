import { EndorsementError } from '@oms-sdk/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const endorsed = (endorsement: unknown, status = 'active') => ({
  id: 'cst_1',
  status,
  endorsements: [endorsement],
});
const custody = (status: string, requirements = {}) =>
  endorsed({ type: 'cryptoCustody', status, requirements });

/** A client whose customer is one of these after another; the last one stays. */
function changingCustomer(...customers: unknown[]) {
  return observedClient((_, index) => json(customers[Math.min(index, customers.length - 1)]));
}

/** What waiting comes to when enough time passes. */
async function settled<T>(wait: Promise<T>): Promise<T> {
  wait.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(600_000);
  return wait;
}

test('resolves to the customer as soon as the endorsement is active', async () => {
  const { client, requests } = changingCustomer(custody('PENDING'), custody('PENDING'), custody('ACTIVE'));

  const customer = await settled(client.customers.waitForEndorsement('cst_1', 'cryptoCustody'));

  expect(customer).toEqual(custody('ACTIVE'));
  expect(requests).toHaveLength(3);
});

test('does not wait when it is active already', async () => {
  const { client } = changingCustomer(custody('ACTIVE'));

  expect(await client.customers.waitForEndorsement('cst_1', 'cryptoCustody')).toEqual(custody('ACTIVE'));
});

test.each([
  ['by name', { name: 'cryptoCustody', status: 'ACTIVE' }],
  ['as a plain name', 'cryptoCustody'],
])('finds an endorsement that is written %s', async (_case, endorsement) => {
  const { client } = changingCustomer(endorsed(endorsement));

  expect(await client.customers.waitForEndorsement('cst_1', 'cryptoCustody')).toEqual(endorsed(endorsement));
});

test.each([
  ['REJECTED', 'settled until an update names it'],
  ['OFFBOARDED', 'closed'],
])('ends at once when the status is %s, and says that it is %s', async (status, remark) => {
  const { client, requests } = changingCustomer(custody(status));

  const error = await caught<EndorsementError>(client.customers.waitForEndorsement('cst_1', 'cryptoCustody'));

  expect(error).toBeInstanceOf(EndorsementError);
  expect(error).toMatchObject({ endorsement: 'cryptoCustody', status, reason: 'refused' });
  expect(error.message).toContain(`its status is ${status}, ${remark}`);
  expect(requests).toHaveLength(1);
});

test.each<[string, unknown, string[]]>([
  ['null', null, []],
  ['no lists', { missing: null, issues: 'ssn' }, []],
  ['lists of anything', { missing: [{}, null, { toString: 1 }, 'ssn'] }, ['ssn']],
])('ends with a typed error when the requirements are %s', async (_case, requirements, missing) => {
  const { client } = changingCustomer(endorsed({ type: 'usd', status: 'REJECTED', requirements }));

  const error = await caught<EndorsementError>(client.customers.waitForEndorsement('cst_1', 'usd'));

  expect(error).toBeInstanceOf(EndorsementError);
  expect(error).toMatchObject({ missing, issues: [] });
});

test('ends with a typed error when the status is no text', async () => {
  const { client } = changingCustomer(endorsed({ type: 'usd', status: { toString: 1 } }, 'inactive'));

  const error = await caught<EndorsementError>(client.customers.waitForEndorsement('cst_1', 'usd'));

  expect(error).toMatchObject({ name: 'EndorsementError', status: undefined });
});

test('passes over an endorsement that is null', async () => {
  const { client } = changingCustomer({ endorsements: [null, { type: 'usd', status: 'ACTIVE' }] });

  expect(await client.customers.waitForEndorsement('cst_1', 'usd')).toMatchObject({
    endorsements: [null, {}],
  });
});

test('takes null for no options', async () => {
  const { client } = changingCustomer(custody('ACTIVE'));

  const wait = client.customers.waitForEndorsement('cst_1', 'cryptoCustody', null as never);

  expect(await wait).toEqual(custody('ACTIVE'));
});

test('ends at once when the customer is inactive', async () => {
  const { client } = changingCustomer(endorsed({ type: 'cryptoCustody', status: 'PENDING' }, 'inactive'));

  const error = await caught<EndorsementError>(client.customers.waitForEndorsement('cst_1', 'cryptoCustody'));

  expect(error.reason).toBe('inactive-customer');
});

describe('when the time is up', () => {
  test('says which requirements are missing or have to be put right', async () => {
    const requirements = { missing: ['residentialAddress'], issues: ['identifyingInformation'] };
    const { client } = changingCustomer(custody('ISSUES', requirements));

    const wait = client.customers.waitForEndorsement('cst_1', 'cryptoCustody', { timeoutMs: 5_000 });
    const error = await caught<EndorsementError>(settled(wait));

    expect(error).toMatchObject({ reason: 'timeout', status: 'ISSUES', ...requirements });
    expect(error.message).toBe(
      'cryptoCustody is not granted (timeout); its status is ISSUES; missing: residentialAddress; issues: identifyingInformation.',
    );
  });

  test('does so also for an endorsement the customer never had', async () => {
    const { client } = changingCustomer(custody('ACTIVE'));

    const error = await caught<EndorsementError>(
      settled(client.customers.waitForEndorsement('cst_1', 'usd')),
    );

    expect(error).toMatchObject({ reason: 'timeout', status: undefined, missing: [] });
    expect(error.message).toBe('usd is not granted (timeout); it is not requested.');
  });

  test('ends with it also when a request is under way, which is the cause', async () => {
    const { client } = observedClient(() => silence);
    const start = performance.now();

    const wait = caught<EndorsementError>(
      client.customers.waitForEndorsement('cst_1', 'usd', { timeoutMs: 1_000 }),
    );
    await vi.advanceTimersByTimeAsync(1_000);

    expect(await wait).toMatchObject({
      name: 'EndorsementError',
      reason: 'timeout',
      cause: { name: 'TimeoutError', limit: 'deadlineMs' },
    });
    expect(performance.now()).toBeLessThanOrEqual(start + 1_000);
  });

  test('has asked every second at first, half as often again each time, and then every 15 seconds', async () => {
    const moments: number[] = [];
    const { client } = observedClient(() => {
      moments.push(performance.now());
      return json(custody('PENDING'));
    });

    await caught(settled(client.customers.waitForEndorsement('cst_1', 'cryptoCustody')));

    const waits = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
    expect(waits.slice(0, 4).map(Math.round)).toEqual([1000, 1500, 2250, 3375]);
    expect(Math.max(...waits)).toBe(15_000);
    expect(Math.round((moments.at(-1) ?? 0) - (moments[0] ?? 0))).toBe(299_000);
  });

  test('has asked politely: fewer than 30 times in five minutes', async () => {
    const { client, requests } = changingCustomer(custody('PENDING'));

    await caught(settled(client.customers.waitForEndorsement('cst_1', 'cryptoCustody')));

    expect(requests.length).toBeGreaterThan(15);
    expect(requests.length).toBeLessThan(30);
  });
});

describe('goes on', () => {
  const outages: Record<string, () => Response | Promise<Response>> = {
    'refused connections': () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })),
    'status 503': () => json({}, 503),
    'truncated JSON': () => new Response('{"id', { headers: { 'content-type': 'application/json' } }),
    'no response': () => silence,
  };

  test.each(Object.entries(outages))('over a minute of %s', async (_, failing) => {
    const start = performance.now();
    const { client } = observedClient(
      () => (performance.now() - start < 60_000 ? failing() : json(custody('ACTIVE'))),
      { maxRetries: 2, timeoutMs: 10_000 },
    );

    const customer = await settled(client.customers.waitForEndorsement('cst_1', 'cryptoCustody'));

    expect(customer).toEqual(custody('ACTIVE'));
  });

  test('over an outage of the token exchange', async () => {
    const { client } = observedClient(() => json(custody('ACTIVE')), {
      exchange: (_, index) => (index < 5 ? json({}, 503) : json({ accessToken: 't', expiresIn: 3600 })),
    });

    const customer = await settled(client.customers.waitForEndorsement('cst_1', 'cryptoCustody'));

    expect(customer).toEqual(custody('ACTIVE'));
  });

  test('after as long as the API asks', async () => {
    const moments: number[] = [];
    const { client } = observedClient((_, index) => {
      moments.push(performance.now());
      return index === 0 ? json({}, 429, { 'retry-after': '61' }) : json(custody('ACTIVE'));
    });

    await settled(client.customers.waitForEndorsement('cst_1', 'cryptoCustody'));

    expect(Math.round((moments[1] ?? 0) - (moments[0] ?? 0))).toBe(61_000);
  });

  test('until the time is up, with the last failure as the cause and the last status', async () => {
    const { client } = observedClient((_, index) =>
      index === 0 ? json(custody('PENDING')) : json({}, 503, { 'x-request-id': `req_${index}` }),
    );

    const wait = client.customers.waitForEndorsement('cst_1', 'cryptoCustody', { timeoutMs: 10_000 });
    const error = await caught<EndorsementError>(settled(wait));

    expect(error).toMatchObject({ name: 'EndorsementError', reason: 'timeout', status: 'PENDING' });
    expect(error.cause).toMatchObject({ name: 'ServerError', status: 503 });
    expect(error.message).toBe(
      'cryptoCustody is not granted (timeout); its status is PENDING; the last request failed (ServerError).',
    );
  });

  test('not when the API asks for longer than there is', async () => {
    const { client, requests } = observedClient(() => json({}, 429, { 'retry-after': '61' }));

    const error = await caught<EndorsementError>(
      client.customers.waitForEndorsement('cst_1', 'cryptoCustody', { timeoutMs: 60_000 }),
    );

    expect(error).toMatchObject({
      reason: 'timeout',
      cause: { name: 'RateLimitError', retryAfterMs: 61_000 },
    });
    expect(requests).toHaveLength(1);
  });

  test.each([404, 401, 400])('not after status %i, which does not pass', async (status) => {
    const { client } = observedClient(() => json({}, status));

    const error = await caught(client.customers.waitForEndorsement('cst_1', 'cryptoCustody'));

    expect(error).toMatchObject({ status, isRetryable: false });
  });
});

test('an abort ends the wait at once, also while a request is under way', async () => {
  const { client } = observedClient(() => silence);
  const controller = new AbortController();

  const wait = client.customers.waitForEndorsement('cst_1', 'usd', { signal: controller.signal });
  const reason = caught(wait);
  await vi.advanceTimersByTimeAsync(100);
  controller.abort('the user left');

  expect(await Promise.race([reason, vi.advanceTimersByTimeAsync(1)])).toBe('the user left');
});

test('an abort ends the wait at once', async () => {
  const { client, requests } = changingCustomer(custody('PENDING'));
  const controller = new AbortController();
  const reason = new Error('enough');

  const wait = client.customers.waitForEndorsement('cst_1', 'cryptoCustody', { signal: controller.signal });
  const failure = caught(wait);
  await vi.advanceTimersByTimeAsync(500);
  controller.abort(reason);

  expect(await failure).toBe(reason);
  expect(requests).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('codes and a status that would steer a terminal are shown as escapes, cut to a length', async () => {
  const missing = ['\u001b]0;title\u0007', '\u202etxet', 'x'.repeat(5_000)];
  const { client } = changingCustomer(custody('\u001b[2J', { missing }));

  const wait = client.customers.waitForEndorsement('cst_1', 'cryptoCustody', { timeoutMs: 1 });
  const error = await caught<EndorsementError>(settled(wait));

  expect(error.status).toBe('\\u{1b}[2J');
  expect(error.missing).toEqual(['\\u{1b}]0;title\\u{7}', '\\u{202e}txet', `${'x'.repeat(128)}…`]);
  expect(error.message).not.toMatch(/\p{C}/u);
  expect(error.message.length).toBeLessThan(300);
});
