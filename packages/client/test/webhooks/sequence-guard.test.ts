import type { SequencePosition, WebhookGap, WebhookHandlerOptions } from '@oms-sdk/client/webhooks';
import { describe, expect, test, vi } from 'vitest';
import { delivery, observedHandler } from './observed-handler.js';

let deliveries = 0;

/** An event about a customer, created in this second. */
function eventAt(sequence: unknown, second: number, data: object = { customerId: 'cst_1' }) {
  const createdAt = new Date(second * 1000).toISOString();
  return JSON.stringify({
    event: 'endorsement.active',
    id: `whd_${++deliveries}`,
    createdAt,
    sequence,
    data,
  });
}

/** A handler that notes in order what it is called for. */
function noting(options: Partial<WebhookHandlerOptions> = {}) {
  const notes: string[] = [];
  const numberOf = (event: object) => (event as { sequence?: number }).sequence;
  const { statusOf } = observedHandler({
    on: { 'endorsement.active': (event) => notes.push(`handled ${numberOf(event)}`) },
    onGap: ({ customerId, expected, received }: WebhookGap) =>
      notes.push(`gap ${customerId} ${expected} ${received}`),
    onStale: (event) => notes.push(`stale ${numberOf(event)}`),
    ...options,
  });
  const send = async (...bodies: string[]) => {
    const statuses: number[] = [];
    for (const body of bodies) statuses.push(await statusOf(delivery(body)));
    return statuses;
  };
  return { notes, send };
}

test('events in their order are handled and nothing else', async () => {
  const { notes, send } = noting();
  await send(eventAt(1, 1), eventAt(2, 2), eventAt(3, 3));

  expect(notes).toEqual(['handled 1', 'handled 2', 'handled 3']);
});

test('a gap is reported before the event after it', async () => {
  const { notes, send } = noting();
  await send(eventAt(1, 1), eventAt(4, 4));

  expect(notes).toEqual(['handled 1', 'gap cst_1 2 4', 'handled 4']);
});

test('an event that was overtaken is stale, and no gap is left behind it', async () => {
  const { notes, send } = noting();
  await send(eventAt(1, 1), eventAt(3, 3), eventAt(2, 2), eventAt(4, 4));

  expect(notes).toEqual(['handled 1', 'gap cst_1 2 3', 'handled 3', 'stale 2', 'handled 4']);
});

test('the first event about a customer is no gap, whatever its sequence', async () => {
  const { notes, send } = noting();
  await send(eventAt(7, 7), eventAt(8, 8));

  expect(notes).toEqual(['handled 7', 'handled 8']);
});

test('each customer has a count of its own, found in the customer and in what belongs to one', async () => {
  const { notes, send } = noting();
  await send(
    eventAt(1, 1, { id: 'cst_1', object: 'customer' }),
    eventAt(9, 1, { id: 'cst_2', object: 'customer' }),
    eventAt(3, 2, { id: 'wlt_1', object: 'wallet', customerId: 'cst_1' }),
    eventAt(10, 2, { customerId: 'cst_2' }),
  );

  expect(notes).toEqual(['handled 1', 'handled 9', 'gap cst_1 2 3', 'handled 3', 'handled 10']);
});

test.each([
  ['without a sequence', eventAt(undefined, 1)],
  ['with a sequence that is no number', eventAt('3', 1)],
  ['with a fraction', eventAt(1.5, 1)],
  ['about no customer', eventAt(1, 1, {})],
  ['about nothing', eventAt(1, 1, null as unknown as object)],
])('an event %s passes', async (_case, body) => {
  const { notes, send } = noting();
  await send(eventAt(5, 5), body);

  expect(notes).toEqual(['handled 5', expect.stringMatching(/^handled /)]);
});

test('a lower sequence with a later time is no stale event: the count began anew', async () => {
  const { notes, send } = noting();
  await send(eventAt(5, 1), eventAt(1, 2), eventAt(2, 3));

  expect(notes).toEqual(['handled 5', 'handled 1', 'handled 2']);
});

test('a gap whose callback failed is reported again at the next attempt', async () => {
  const gaps: WebhookGap[] = [];
  const onGap = (gap: WebhookGap) => {
    if (gaps.push(gap) === 1) throw new Error('down');
  };
  const { notes, send } = noting({ onGap });
  const third = eventAt(3, 3);

  expect(await send(eventAt(1, 1), third, third)).toEqual([204, 500, 204]);
  expect(gaps).toEqual(Array(2).fill({ customerId: 'cst_1', expected: 2, received: 3 }));
  expect(notes).toEqual(['handled 1', 'handled 3']);
});

test('an event whose callback failed is handled at the next attempt, and not as stale', async () => {
  const callback = vi.fn().mockRejectedValueOnce(new Error('down'));
  const { notes, send } = noting({ on: { 'endorsement.active': callback } });
  const first = eventAt(1, 1);

  expect(await send(first, first)).toEqual([500, 204]);
  expect(notes).toEqual([]);
});

test('a copy of a delivery is neither a gap nor stale', async () => {
  const { notes, send } = noting();
  const [first, second] = [eventAt(1, 1), eventAt(2, 2)];
  await send(first, second, second, first);

  expect(notes).toEqual(['handled 1', 'handled 2']);
});

describe('without onStale', () => {
  test('a stale event is handled as any other', async () => {
    const { notes, send } = noting({ onStale: undefined });
    await send(eventAt(2, 2), eventAt(1, 1));

    expect(notes).toEqual(['handled 2', 'handled 1']);
  });
});

describe('the store', () => {
  test('may be a Map, and contains the position of the latest event', async () => {
    const sequences = new Map<string, SequencePosition>();
    await noting({ sequences }).send(eventAt(1, 1), eventAt(3, 3), eventAt(2, 2));

    expect([...sequences]).toEqual([['cst_1', { sequence: 3, createdAt: '1970-01-01T00:00:03.000Z' }]]);
  });

  test('may be shared, so that another handler notices the gap', async () => {
    const shared = new Map<string, SequencePosition>();
    const sequences = {
      get: async (customerId: string) => shared.get(customerId) ?? null,
      set: async (customerId: string, position: SequencePosition) => shared.set(customerId, position),
    };
    await noting({ sequences }).send(eventAt(1, 1));
    const { notes, send } = noting({ sequences });
    await send(eventAt(3, 3));

    expect(notes).toEqual(['gap cst_1 2 3', 'handled 3']);
  });

  test('is not asked when neither onGap nor onStale is there to be called', async () => {
    const sequences = { get: vi.fn(), set: vi.fn() };
    await noting({ sequences, onGap: undefined, onStale: undefined }).send(eventAt(1, 1));

    expect(sequences.get).not.toHaveBeenCalled();
  });

  test('that fails makes OMS send the event again', async () => {
    const sequences = { get: () => Promise.reject(new Error('down')), set: vi.fn() };

    expect(await noting({ sequences }).send(eventAt(1, 1))).toEqual([500]);
  });
});
