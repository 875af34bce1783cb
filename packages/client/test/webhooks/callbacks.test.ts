import type { WebhookHandlerOptions } from '@oms-sdk/client/webhooks';
import { describe, expect, test, vi } from 'vitest';
import { granted } from './delivery.js';
import { delivery, later, observedHandler } from './observed-handler.js';

test('calls the method of an object of a class, as a method', async () => {
  class Receiver {
    readonly seen: string[] = [];
    'customer.endorsement.granted'({ event }: { event: string }) {
      this.seen.push(event);
    }
  }
  const on = new Receiver();
  const { statusOf } = observedHandler({ on });

  expect(await statusOf(delivery(granted))).toBe(204);
  expect(on.seen).toEqual(['customer.endorsement.granted']);
});

test('passes every other event to the fallback', async () => {
  const fallback = vi.fn();
  const { statusOf } = observedHandler({ fallback });

  for (const name of ['wallet.provisioned', 'cashIn.completed', 'toString', '__proto__']) {
    expect(await statusOf(delivery(later(name, name)))).toBe(204);
  }

  expect(fallback).toHaveBeenCalledTimes(4);
});

describe('an event with the name of something that is no callback', () => {
  const names = ['helper', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'seen'];

  class Receiver {
    readonly helper = vi.fn();
    readonly seen: string[] = [];
  }
  class Inherited {
    helper() {
      expect.unreachable();
    }
  }
  const cases: [string, object][] = [
    ['an object', { helper: () => expect.unreachable(), seen: [] }],
    ['an instance of a class', new Receiver()],
    ['an instance of a class with methods', new Inherited()],
    ['an object without a prototype', Object.assign(Object.create(null), { helper: expect.unreachable })],
  ];

  test.each(cases)('goes to the fallback and calls nothing of %s', async (_case, on) => {
    const fallback = vi.fn();
    const { statusOf, errors } = observedHandler({ on: on as WebhookHandlerOptions['on'], fallback });

    const statuses: number[] = [];
    for (const name of names) statuses.push(await statusOf(delivery(later(`whd_${name}`, name))));

    expect(statuses).toEqual(names.map(() => 204));
    expect(fallback.mock.calls.map(([{ event }]) => event)).toEqual(names);
    expect(errors).toEqual([]);
  });
});

test('a method that a class inherits is called as well', async () => {
  const seen: string[] = [];
  class Base {
    'customer.endorsement.granted'({ event }: { event: string }) {
      seen.push(event);
    }
  }
  class Receiver extends Base {}

  expect(await observedHandler({ on: new Receiver() }).statusOf(delivery(granted))).toBe(204);
  expect(seen).toEqual(['customer.endorsement.granted']);
});
