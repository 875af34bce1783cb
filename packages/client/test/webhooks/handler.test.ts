import { setImmediate } from 'node:timers/promises';
import {
  createWebhookHandler,
  verifyWebhook,
  WebhookError,
  type WebhookHandlerOptions,
  type WebhookLogFields,
} from '@oms-sdk/client/webhooks';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { granted, headerOf, now, secret } from './delivery.js';
import { delivery, later, observedHandler, url } from './observed-handler.js';

test('calls the callback for the event, with the event', async () => {
  const callback = vi.fn();
  const { statusOf } = observedHandler({ on: { 'customer.endorsement.granted': callback } });

  expect(await statusOf(delivery(granted))).toBe(204);
  expect(callback).toHaveBeenCalledExactlyOnceWith(JSON.parse(granted));
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

  test.each([
    [1_000_000, 400],
    [1_000_001, 413],
  ])('or takes %i bytes, with a limit of a million by default', async (bytes, status) => {
    const { statusOf } = observedHandler();

    expect(await statusOf(delivery(' '.repeat(bytes), headerOf(granted)))).toBe(status);
  });

  test('a body that breaks off, as a mistake on this side, for OMS may try again', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const { statusOf, errors } = observedHandler();

    expect(await statusOf(new Request(url, { method: 'POST', body, duplex: 'half' } as RequestInit))).toBe(
      500,
    );
    expect(errors).toMatchObject([{ reason: 'body-not-raw' }]);
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

  test('is passed to onError, whose own failure changes nothing', async () => {
    const onError = vi.fn(() => {
      throw new Error('logger down');
    });
    const { statusOf } = observedHandler({ on: { 'endorsement.active': failing }, onError });

    expect(await statusOf(delivery(later('whd_1')))).toBe(500);
    expect(onError).toHaveBeenCalledOnce();
  });
});

test('leaves no rejection behind when onError and the logger reject', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  onTestFinished(() => void process.off('unhandledRejection', unhandled));
  const down = () => Promise.reject(new Error('logger down'));
  const { statusOf } = observedHandler({ onError: down, logger: { debug: down, warn: down } });

  const statuses = [await statusOf(delivery(granted)), await statusOf(delivery(granted, ''))];
  await setImmediate();

  expect(statuses).toEqual([204, 400]);
  expect(unhandled).not.toHaveBeenCalled();
});

describe('the logger', () => {
  type Entry = readonly [level: string, fields: WebhookLogFields];

  async function logged(request: Request, options: Partial<WebhookHandlerOptions> = {}) {
    const entries: Entry[] = [];
    const debug = (_: string, fields: WebhookLogFields) => entries.push(['debug', fields]);
    const warn = (_: string, fields: WebhookLogFields) => entries.push(['warn', fields]);
    await observedHandler({ ...options, logger: { debug, warn } }).statusOf(request);
    return entries;
  }

  test('receives the name and the id of the event alone', async () => {
    expect(await logged(delivery(later('whd_1')))).toEqual([
      ['debug', { status: 204, event: 'endorsement.active', deliveryId: 'whd_1' }],
    ]);
  });

  test('receives why a delivery was refused', async () => {
    const forged = delivery(granted, headerOf(`${granted} `));

    expect(await logged(forged)).toEqual([['warn', { status: 400, reason: 'signature-mismatch' }]]);
  });

  test('receives the name of what a callback threw, not its message', async () => {
    const failing = () => Promise.reject(new TypeError('Jane Doe is not a customer'));
    const entries = await logged(delivery(granted), { on: { 'customer.endorsement.granted': failing } });

    expect(entries).toEqual([
      ['warn', { status: 500, event: 'customer.endorsement.granted', error: 'TypeError' }],
    ]);
  });

  test('may fail without changing the response', async () => {
    const down = () => {
      throw new Error('logger down');
    };

    expect(await observedHandler({ logger: { debug: down, warn: down } }).statusOf(delivery(granted))).toBe(
      204,
    );
  });
});

test('a WebhookError of a callback is no refusal of the delivery', async () => {
  const fallback = () => verifyWebhook(granted, {}, secret);

  expect(await observedHandler({ fallback }).statusOf(delivery(granted))).toBe(500);
});

test('responds with 500 to an error that cannot even be named', async () => {
  const fallback = () => {
    throw Object.defineProperty(new Error(), 'name', {
      get: () => {
        throw new TypeError('revoked');
      },
    });
  };

  expect(await observedHandler({ fallback, logger: console }).statusOf(delivery(granted))).toBe(500);
});

describe('a secret that a function returns', () => {
  const request = () =>
    new Request('https://app.example.com/hooks', {
      method: 'POST',
      body: granted,
      headers: { 'webhook-signature': headerOf(granted) },
    });

  test('is asked for with each request', async () => {
    const ask = vi.fn(async () => secret);
    const handle = createWebhookHandler({ secret: ask, on: {}, now });

    expect(ask).not.toHaveBeenCalled();
    expect((await handle(request())).status).toBe(204);
    expect(ask).toHaveBeenCalledOnce();
  });

  test.each([
    ['that cannot be used', () => ''],
    ['that cannot be had', () => Promise.reject(new Error('The vault is closed.'))],
  ])('%s is a fault of this side', async (_case, ask) => {
    const handle = createWebhookHandler({ secret: ask, on: {}, now });

    expect((await handle(request())).status).toBe(500);
  });
});

test.each([undefined, null])('refuses %s for options as a missing secret', async (options) => {
  expect(await caught(() => createWebhookHandler(options as never))).toMatchObject({
    reason: 'unusable-secret',
  });
});

test('responds with 405 to no request at all', async () => {
  expect((await observedHandler().handle(undefined as never)).status).toBe(405);
});
