import { type DeliveryLog, memoryDeliveryLog } from '@oms-sdk/client/webhooks';
import { describe, expect, test, vi } from 'vitest';
import { granted, headerOf, now, nowSeconds, secret, signatureOf } from './delivery.js';
import { delivery, later, observedHandler } from './observed-handler.js';

describe('a delivery that comes more than once', () => {
  test('is handled once', async () => {
    const callback = vi.fn();
    const { statusOf } = observedHandler({ on: { 'endorsement.active': callback } });

    const statuses = [await statusOf(delivery(later('whd_1'))), await statusOf(delivery(later('whd_1')))];

    expect(statuses).toEqual([204, 204]);
    expect(callback).toHaveBeenCalledOnce();
  });

  test('while the first is being handled is asked to come later, for the first may yet fail', async () => {
    let finish = (): void => undefined;
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { handle } = observedHandler({ on: { 'endorsement.active': () => work } });

    const first = handle(delivery(later('whd_1')));
    const second = await handle(delivery(later('whd_1')));
    finish();

    expect([second.status, second.headers.get('retry-after'), (await first).status]).toEqual([
      503,
      '30',
      204,
    ]);
  });

  test('is looked up in a shared log', async () => {
    const dedupe: DeliveryLog = {
      begin: vi.fn(async () => 'done' as const),
      complete: vi.fn(),
      abandon: vi.fn(),
    };
    const { statusOf } = observedHandler({ dedupe });

    expect(await statusOf(delivery(later('whd_1')))).toBe(204);
    expect(dedupe.begin).toHaveBeenCalledExactlyOnceWith('whd_1', expect.stringMatching(/^[\da-f-]{36}$/));
    expect(dedupe.complete).not.toHaveBeenCalled();
  });

  test('is sent again when the log fails', async () => {
    const dedupe = { ...memoryDeliveryLog(), begin: () => Promise.reject(new Error('down')) };

    expect(await observedHandler({ dedupe }).statusOf(delivery(later('whd_1')))).toBe(500);
  });

  test('is reported as what the callback threw, when the log fails as well', async () => {
    const failing = () => Promise.reject(new Error('database down'));
    const dedupe = { ...memoryDeliveryLog(), abandon: () => Promise.reject(new Error('log down')) };
    const { statusOf, errors } = observedHandler({ dedupe, fallback: failing });

    expect(await statusOf(delivery(later('whd_1')))).toBe(500);
    expect(errors).toEqual([new Error('database down')]);
  });
});

test('the log in memory forgets the oldest when it is full', () => {
  const log = memoryDeliveryLog({ capacity: 2 });
  for (const id of ['a', 'b', 'c']) {
    log.begin(id);
    log.complete(id);
  }

  expect([log.begin('b'), log.begin('c'), log.begin('a')]).toEqual(['done', 'done', 'new']);
});

test('the log in memory remembers 10,000 deliveries by default', () => {
  const log = memoryDeliveryLog();
  for (let id = 0; id <= 10_000; id += 1) {
    log.begin(String(id));
    log.complete(String(id));
  }

  expect([log.begin('1'), log.begin('0')]).toEqual(['done', 'new']);
});

describe('an event without an id, as in v0.9,', () => {
  const statusesAndCalls = async (headers: readonly string[], secrets: string | string[] = secret) => {
    const callback = vi.fn();
    const { statusOf } = observedHandler({
      secret: secrets,
      on: { 'customer.endorsement.granted': callback },
    });
    const statuses: number[] = [];
    for (const header of headers) statuses.push(await statusOf(delivery(granted, header)));
    return [statuses, callback.mock.calls.length];
  };

  test('is handled once under one signature', async () => {
    const header = headerOf(granted);

    expect(await statusesAndCalls([header, header])).toEqual([[204, 204], 1]);
  });

  test('is handled once, however the header of one signature is written', async () => {
    const header = headerOf(granted);
    const reordered = header.split(',').toReversed().join(', ');

    expect(await statusesAndCalls([header, `${header},v0=a`, reordered])).toEqual([[204, 204, 204], 1]);
  });

  test('is handled once while the secret is rotated, whichever of two signatures is left', async () => {
    const other = 'whsec_other';
    const [first, second] = [signatureOf(granted, nowSeconds, other), signatureOf(granted)];
    const headers = [`v1=${first},v1=${second}`, `v1=${second}`, `v1=${first}`];
    const moment = `t=${nowSeconds},`;

    expect(
      await statusesAndCalls(
        headers.map((signatures) => moment + signatures),
        [other, secret],
      ),
    ).toEqual([[204, 204, 204], 1]);
  });

  test('is handled again when it is signed anew, as a later attempt is', async () => {
    const headers = [headerOf(granted), headerOf(granted, nowSeconds + 1)];

    expect(await statusesAndCalls(headers)).toEqual([[204, 204], 2]);
  });

  test('is handled again when the callback failed', async () => {
    const callback = vi.fn().mockRejectedValueOnce(new Error('down'));
    const { statusOf } = observedHandler({ fallback: callback });

    expect([await statusOf(delivery(granted)), await statusOf(delivery(granted))]).toEqual([500, 204]);
  });
});

describe('a callback that never comes back', () => {
  test('keeps its claim for a minute, then the next attempt is processed', async () => {
    let nowMs = now();
    const callback = vi.fn().mockReturnValueOnce(new Promise(() => {}));
    const { handle, statusOf } = observedHandler({ fallback: callback, now: () => nowMs });
    const again = () => statusOf(delivery(later('whd_1')));

    void handle(delivery(later('whd_1')));
    await vi.waitFor(() => expect(callback).toHaveBeenCalledOnce());
    nowMs += 59_999;
    const busy = await again();
    nowMs += 1;

    expect([busy, await again(), await again(), callback.mock.calls.length]).toEqual([503, 204, 204, 2]);
  });

  test('does not undo, when it fails at last, what a later attempt did', async () => {
    let nowMs = now();
    let fail = (_error: Error): void => undefined;
    const first = new Promise((_resolve, reject) => {
      fail = reject;
    });
    const callback = vi.fn().mockReturnValueOnce(first);
    const { handle, statusOf } = observedHandler({ fallback: callback, now: () => nowMs });

    const pending = handle(delivery(later('whd_1')));
    await vi.waitFor(() => expect(callback).toHaveBeenCalledOnce());
    nowMs += 60_000;
    await statusOf(delivery(later('whd_1')));
    fail(new Error('too late'));

    expect((await pending).status).toBe(500);
    expect(await statusOf(delivery(later('whd_1')))).toBe(204);
    expect(callback).toHaveBeenCalledTimes(2);
  });
});

test('a call whose claim expired does not give up that of the one which took over', async () => {
  let nowMs = now();
  const dedupe = memoryDeliveryLog({ claimTimeoutMs: 10, now: () => nowMs });
  const fails: ((error: Error) => void)[] = [];
  const working = () => new Promise<void>((_, reject) => fails.push(reject));
  const { handle, statusOf } = observedHandler({ dedupe, fallback: working });
  const slow = handle(delivery(later('whd_1')));
  await vi.waitFor(() => expect(fails).toHaveLength(1));
  nowMs += 10;
  const other = handle(delivery(later('whd_1')));
  await vi.waitFor(() => expect(fails).toHaveLength(2));

  fails[0]?.(new Error('too late'));
  expect((await slow).status).toBe(500);
  expect(await statusOf(delivery(later('whd_1')))).toBe(503);

  fails[1]?.(new Error('database down'));
  expect((await other).status).toBe(500);
  expect(dedupe.begin('whd_1')).toBe('new');
});

describe('the log in memory', () => {
  test('never forgets a claim for the sake of its capacity', () => {
    const log = memoryDeliveryLog({ capacity: 2 });
    log.begin('busy');
    for (const id of ['a', 'b', 'c', 'd']) {
      log.begin(id);
      log.complete(id);
    }
    for (const id of ['e', 'f', 'g']) log.begin(id);

    expect(log.begin('busy')).toBe('busy');
  });

  test('lets a claim expire after the time it was made with', () => {
    let nowMs = 0;
    const log = memoryDeliveryLog({ claimTimeoutMs: 10, now: () => nowMs });
    const states = [log.begin('a')];
    for (nowMs = 9; nowMs <= 11; nowMs += 1) states.push(log.begin('a'));

    expect(states).toEqual(['new', 'busy', 'new', 'busy']);
  });
});
