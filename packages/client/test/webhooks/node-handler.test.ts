import { createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import {
  createNodeWebhookHandler,
  type NodeWebhookRequest,
  type WebhookHandlerOptions,
} from '@oms-sdk/client/webhooks';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { granted, headerOf, now, secret } from './delivery.js';

const signed = (body: string) => ({ 'webhook-signature': headerOf(body) });

function observedHandler(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  return { handle: createNodeWebhookHandler({ secret, now, on: {}, onError, ...options }), errors };
}

/** The URL of a server with this listener. */
async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** The status of a response to a request that did not come over HTTP. */
async function statusFor(handled: Partial<NodeWebhookRequest>, options?: Partial<WebhookHandlerOptions>) {
  const { handle, errors } = observedHandler(options);
  const end = vi.fn();
  const writeHead = vi.fn((_status: number, _headers: Record<string, string>) => ({ end }));
  const whole = { method: 'POST', headers: signed(granted), ...handled };
  await handle(Object.assign(handled, whole), { headersSent: false, writeHead });
  expect(end).toHaveBeenCalledExactlyOnceWith();
  return { status: writeHead.mock.calls[0]?.[0], errors };
}

const post = async (url: string, body: string, headers: Record<string, string> = signed(body)) =>
  (await fetch(url, { method: 'POST', body, headers })).status;

describe('on node:http', () => {
  test('reads the body and calls back', async () => {
    const fallback = vi.fn();
    const url = await listening(observedHandler({ fallback }).handle);

    expect(await post(url, granted)).toBe(204);
    expect(fallback).toHaveBeenCalledExactlyOnceWith(JSON.parse(granted));
  });

  test('refuses what is forged with 400, and every other method with 405', async () => {
    const url = await listening(observedHandler().handle);
    const response = await fetch(url);

    expect(await post(url, granted, signed(`${granted} `))).toBe(400);
    expect(await post(url, granted, {})).toBe(400);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('refuses a body above the limit, and takes the next one', async () => {
    const url = await listening(observedHandler().handle);

    expect(await post(url, ' '.repeat(1_000_001))).toBe(413);
    expect(await post(url, ' '.repeat(1_000_000), signed(granted))).toBe(400);
    expect(await post(url, granted)).toBe(204);
  });

  test('keeps nothing of a body above the limit', async () => {
    const { handle, errors } = observedHandler({ maxBodyBytes: 10 });
    const stream = Object.assign(new PassThrough(), { method: 'POST', headers: {} });
    const response = { headersSent: false, writeHead: () => ({ end: () => undefined }) };
    const handled = handle(stream, response);
    for (let chunk = 0; chunk < 100; chunk += 1) stream.write(' '.repeat(1000));
    await handled;

    expect(errors).toMatchObject([{ reason: 'body-too-large' }]);
  });

  test('ends when the sender hangs up in the middle of the body', async () => {
    const { handle, errors } = observedHandler();
    const handled = vi.fn();
    const url = await listening((incoming, response) => void handle(incoming, response).then(handled));
    const sending = request(url, { method: 'POST', headers: { 'content-length': 100 } });
    sending.on('error', () => undefined);
    sending.write('{', () => setImmediate(() => sending.destroy()));

    await expect.poll(() => handled.mock.calls.length).toBe(1);
    expect(errors).toMatchObject([{ reason: 'body-not-raw' }]);
  });

  test('responds with 500 to a body that was read before, instead of waiting for it', async () => {
    const { handle, errors } = observedHandler();
    const url = await listening(async (incoming, response) => {
      for await (const _chunk of incoming);
      await handle(incoming, response);
    });

    expect(await post(url, granted)).toBe(500);
    expect(errors).toMatchObject([
      { reason: 'body-not-raw', message: expect.stringContaining('already read') },
    ]);
  });

  test('leaves a response alone that was sent by others', async () => {
    const url = await listening(async (incoming, response) => {
      response.writeHead(408).end();
      await observedHandler().handle(incoming, response);
    });

    expect(await post(url, granted)).toBe(408);
  });
});

describe('behind a parser', () => {
  test.each<[string, Partial<NodeWebhookRequest>]>([
    ['bytes in body', { body: Buffer.from(granted) }],
    ['text in body', { body: granted }],
    ['bytes in rawBody beside a parsed body', { rawBody: Buffer.from(granted), body: JSON.parse(granted) }],
    ['text in rawBody', { rawBody: granted }],
    ['a stream in body', { body: PassThrough.from([Buffer.from(granted)]) }],
    ['a stream of text', { body: new PassThrough({ encoding: 'utf8' }).end(granted) }],
    ['the stream of Fastify', { raw: PassThrough.from([Buffer.from(granted)]) }],
    ['no body, and an unread stream', Object.assign(new PassThrough().end(granted), { body: undefined })],
    ['an empty object, and an unread stream', Object.assign(new PassThrough().end(granted), { body: {} })],
  ])('takes %s', async (_case, handled) => {
    expect(await statusFor(handled)).toEqual({ status: 204, errors: [] });
  });

  test.each<[string, unknown]>([
    ['an object', JSON.parse(granted)],
    ['a list', [JSON.parse(granted)]],
  ])('refuses %s with the reason and the remedy', async (_case, body) => {
    const { status, errors } = await statusFor({ body });

    expect(status).toBe(500);
    expect(errors).toMatchObject([
      { reason: 'body-not-raw', message: expect.stringMatching(/parsed.*express\.raw.*parseAs.*rawBody/s) },
    ]);
  });

  test.each([undefined, null, 7, true])('refuses %s where nothing is left to read', async (body) => {
    expect(await statusFor({ body })).toMatchObject({ status: 500, errors: [{ reason: 'body-not-raw' }] });
  });

  test('refuses a destroyed stream instead of waiting for it', async () => {
    expect(await statusFor(Object.assign(new PassThrough().destroy(), { body: undefined }))).toMatchObject({
      status: 500,
    });
  });

  test('limits the size of what a parser read', async () => {
    expect(await statusFor({ body: granted }, { maxBodyBytes: 10 })).toMatchObject({ status: 413 });
  });
});

test('sends the response of Fastify by its reply', async () => {
  const calls: unknown[][] = [];
  const reply = {
    code: (status: number) => calls.push(['code', status]),
    headers: (headers: object) => calls.push(['headers', headers]),
    send: async () => calls.push(['send']),
  };
  await observedHandler().handle({ method: 'GET', headers: {} }, reply);

  expect(calls).toEqual([['code', 405], ['headers', { allow: 'POST' }], ['send']]);
});

test('a secret that cannot be used is refused when the handler is created', () => {
  expect(() => createNodeWebhookHandler({ secret: '', on: {} })).toThrow('secret');
});
