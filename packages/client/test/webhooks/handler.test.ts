import {
  createWebhookHandler,
  type DeliveryLog,
  memoryDeliveryLog,
  WebhookError,
  type WebhookHandlerOptions,
} from '@oms-sdk/client/webhooks';
import { describe, expect, test, vi } from 'vitest';
import { caught } from '../caught.js';
import { granted, headerOf, now, secret } from './delivery.js';

const url = 'https://app.example.com/oms/webhooks';
const delivery = (body: string, header = headerOf(body)) =>
  new Request(url, { method: 'POST', body, headers: { 'webhook-signature': header } });
const later = (id: string, event = 'endorsement.active') =>
  JSON.stringify({ event, id, createdAt: 'now', data: {} });

/** A handler and what it was told. */
function observedHandler(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: unknown[] = [];
  const handle = createWebhookHandler({
    secret,
    now,
    on: {},
    onError: (error) => errors.push(error),
    ...options,
  });
  const statusOf = async (request: Request) => (await handle(request)).status;
  return { handle, statusOf, errors };
}

test('calls what was given for the event, with the event', async () => {
  const callback = vi.fn();
  const { statusOf } = observedHandler({ on: { 'customer.endorsement.granted': callback } });

  expect(await statusOf(delivery(granted))).toBe(204);
  expect(callback).toHaveBeenCalledExactlyOnceWith(JSON.parse(granted));
});

test('gives every other event to the fallback', async () => {
  const fallback = vi.fn();
  const { statusOf } = observedHandler({ fallback });

  for (const name of ['wallet.provisioned', 'cashIn.completed', 'toString', '__proto__']) {
    expect(await statusOf(delivery(later(name, name)))).toBe(204);
  }

  expect(fallback).toHaveBeenCalledTimes(4);
});

test('acknowledges an event nobody wants', async () => {
  expect(await observedHandler().statusOf(delivery(later('whd_1')))).toBe(204);
});

describe('refuses', () => {
  test('what is not genuine, without a call, and says why to onError alone', async () => {
    const fallback = vi.fn();
    const { handle, errors } = observedHandler({ fallback });

    const response = await handle(delivery(granted, headerOf(`${granted} `)));

    expect(response.status).toBe(400);
    expect(await response.text()).toBe('');
    expect(errors).toMatchObject([{ reason: 'signature-mismatch' }]);
    expect(fallback).not.toHaveBeenCalled();
  });

  test('every method but POST', async () => {
    const { status, headers } = await observedHandler().handle(new Request(url));

    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('a body that is too large, before it is read to its end', async () => {
    const { statusOf } = observedHandler({ maxBodyBytes: 10 });

    expect(await statusOf(delivery(granted))).toBe(413);
  });

  test('a request whose body was read already, as a mistake on this side', async () => {
    const request = delivery(granted);
    await request.text();
    const { statusOf, errors } = observedHandler();

    expect(await statusOf(request)).toBe(500);
    expect(errors).toMatchObject([{ reason: 'body-not-raw' }]);
  });

  test('a secret that cannot be used, when it is made', async () => {
    const error = await caught(() => createWebhookHandler({ secret: 'whsec_', on: {} }));

    expect(error).toBeInstanceOf(WebhookError);
  });
});

describe('a callback that fails', () => {
  const failing = () => Promise.reject(new Error('database down'));

  test('makes OMS send the event again, and is called again then', async () => {
    let calls = 0;
    const onActive = () => (++calls === 1 ? failing() : undefined);
    const { statusOf } = observedHandler({ on: { 'endorsement.active': onActive } });

    expect([await statusOf(delivery(later('whd_1'))), await statusOf(delivery(later('whd_1')))]).toEqual([
      500, 204,
    ]);
    expect(calls).toBe(2);
  });

  test('is told to onError, whose own failure changes nothing', async () => {
    const onError = vi.fn(() => {
      throw new Error('logger down');
    });
    const { statusOf } = observedHandler({ on: { 'endorsement.active': failing }, onError });

    expect(await statusOf(delivery(later('whd_1')))).toBe(500);
    expect(onError).toHaveBeenCalledOnce();
  });
});

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

  test('without an id, as in v0.9, is handled each time', async () => {
    const callback = vi.fn();
    const { statusOf } = observedHandler({ on: { 'customer.endorsement.granted': callback } });

    await statusOf(delivery(granted));
    await statusOf(delivery(granted));

    expect(callback).toHaveBeenCalledTimes(2);
  });

  test('is looked up in a shared log', async () => {
    const deliveries: DeliveryLog = {
      begin: vi.fn(async () => 'done' as const),
      complete: vi.fn(),
      abandon: vi.fn(),
    };
    const { statusOf } = observedHandler({ deliveries });

    expect(await statusOf(delivery(later('whd_1')))).toBe(204);
    expect(deliveries.begin).toHaveBeenCalledExactlyOnceWith('whd_1');
    expect(deliveries.complete).not.toHaveBeenCalled();
  });

  test('is sent again when the log fails', async () => {
    const deliveries = { ...memoryDeliveryLog(), begin: () => Promise.reject(new Error('down')) };

    expect(await observedHandler({ deliveries }).statusOf(delivery(later('whd_1')))).toBe(500);
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
