import {
  isWebhookEvent,
  signWebhook,
  verifyWebhook,
  type WebhookError,
  webhookKey,
} from '@oms-sdk/client/webhooks';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { granted, headerOf, now, nowSeconds, secret, signatureOf } from './delivery.js';

afterEach(() => vi.unstubAllGlobals());

const encoder = new TextEncoder();
const event = JSON.parse(granted) as unknown;

test('accepts a literal vector', async () => {
  const body = '{"event":"webhook.test","id":"whd_1","createdAt":"2024-01-15T10:01:00Z","data":{}}';
  const header = 't=1705312860,v1=VECTOR';

  const given = header.replace('VECTOR', vector);

  expect(await verifyWebhook(body, given, 'whsec_test', { now })).toMatchObject({
    event: 'webhook.test',
    id: 'whd_1',
  });
});

/** `printf '1705312860.%s' "$body" | openssl dgst -sha256 -hmac whsec_test`. */
const vector = '8fadd1c86710da64874a31467a75365abaa72201a6445b996fe679f4dc2c056b';

test('takes null for no options', async () => {
  const headers = await signWebhook(granted, secret);

  expect(await verifyWebhook(granted, headers, secret, null as never)).toEqual(event);
});

describe('accepts a genuine delivery', () => {
  test.each([
    ['as text', granted],
    ['as bytes', encoder.encode(granted)],
    ['as a Node Buffer', Buffer.from(granted)],
    ['as an ArrayBuffer', encoder.encode(granted).buffer],
    ['as an ArrayBuffer of another realm', Object.setPrototypeOf(encoder.encode(granted).buffer, {})],
    ['as a view into more bytes', encoder.encode(`{}${granted}{}`).subarray(2, -2)],
    ['as a DataView', new DataView(encoder.encode(granted).buffer)],
    ['as a Request', new Request('https://app.example.com', { method: 'POST', body: granted })],
    ['as a Blob', new Blob([granted])],
  ])('whose body is given %s', async (_case, body) => {
    expect(await verifyWebhook(body, headerOf(granted), secret, { now })).toEqual(event);
  });

  test.each([
    ['Headers', new Headers({ 'Webhook-Signature': headerOf(granted) })],
    ['a record in lower case', { 'webhook-signature': headerOf(granted) }],
    ['a record in any case', { 'WEBHOOK-Signature': headerOf(granted) }],
    ['a record of lists', { 'webhook-signature': [headerOf(granted)] }],
    ['a Map', new Map([['webhook-signature', headerOf(granted)]])],
    [
      'a record without a prototype',
      Object.assign(Object.create(null), { 'webhook-signature': headerOf(granted) }),
    ],
    ['a record with a header named get', { get: 'x', 'webhook-signature': headerOf(granted) }],
    ['the text of the header', headerOf(granted)],
  ])('whose headers are %s', async (_case, headers) => {
    expect(await verifyWebhook(granted, headers, secret, { now })).toEqual(event);
  });

  test('made with either of two secrets', async () => {
    expect(await verifyWebhook(granted, headerOf(granted), ['whsec_old', secret], { now })).toEqual(event);
    expect(await verifyWebhook(granted, headerOf(granted), [secret, 'whsec_new'], { now })).toEqual(event);
  });

  test('that carries one signature for each of two secrets', async () => {
    const header = `${headerOf(granted, nowSeconds, 'whsec_other')},v1=${signatureOf(granted)}`;

    expect(await verifyWebhook(granted, header, secret, { now })).toEqual(event);
  });

  test.each(['v0=abc', 'v2=xyz', 'k=1'])('that also carries %s, which is another scheme', async (part) => {
    expect(await verifyWebhook(granted, `${headerOf(granted)},${part}`, secret, { now })).toEqual(event);
  });

  test('that carries ten signatures, one of which is right', async () => {
    const others = Array.from({ length: 9 }, (_, index) => `v1=${signatureOf(granted, 0, `whsec_${index}`)}`);
    const header = [headerOf(granted), ...others].join(',');

    expect(await verifyWebhook(granted, header, secret, { now })).toEqual(event);
  });

  test('whose header names the signature before the moment', async () => {
    const header = headerOf(granted).split(',').reverse().join(',');

    expect(await verifyWebhook(granted, header, secret, { now })).toEqual(event);
  });

  test.each([', ', ' ,', '  ,  '])('with "%s" between the parts', async (comma) => {
    const header = headerOf(granted).replace(',', comma);

    expect(await verifyWebhook(granted, header, secret, { now })).toEqual(event);
  });

  test.each(['é漢😀', '\u2028', '\0', '\\ud800', '"', '\ufffd'])(
    'with %j in its body, as text and as bytes',
    async (text) => {
      const body = JSON.stringify({ event: 'x', data: text });

      for (const raw of [body, encoder.encode(body)]) {
        expect(await verifyWebhook(raw, headerOf(body), secret, { now })).toEqual(JSON.parse(body));
      }
    },
  );

  test.each([-300, -299, 0, 299, 300])('signed %i seconds from now', async (ahead) => {
    const header = headerOf(granted, nowSeconds + ahead);

    expect(await verifyWebhook(granted, header, secret, { now })).toEqual(event);
  });

  test('signed with the whole secret, when its key is taken so', async () => {
    expect(await verifyWebhook(granted, headerOf(granted), webhookKey(secret, 'text'), { now })).toEqual(
      event,
    );
  });

  test('signed without the prefix, when its key is taken so', async () => {
    const header = headerOf(granted, nowSeconds, secret.slice(6));

    expect(await verifyWebhook(granted, header, webhookKey(secret, 'bare'), { now })).toEqual(event);
  });

  test('signed with the bytes behind the hex, when its key is taken so', async () => {
    const header = headerOf(granted, nowSeconds, Buffer.from(secret.slice(6), 'hex'));

    expect(await verifyWebhook(granted, header, webhookKey(secret, 'hex'), { now })).toEqual(event);
  });

  test('where the runtime has WebCrypto alone', async () => {
    vi.stubGlobal('process', { ...globalThis.process, getBuiltinModule: undefined });

    expect(await verifyWebhook(granted, headerOf(granted), secret, { now })).toEqual(event);
    const { reason } = await caught<WebhookError>(
      verifyWebhook(`${granted} `, headerOf(granted), secret, { now }),
    );
    expect(reason).toBe('signature-mismatch');
  });
});

test('signs and verifies any bytes, in both runtimes, and refuses them with one bit changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.boolean(), fc.nat(), async (json, isNode, place) => {
      if (!isNode) vi.stubGlobal('process', { ...globalThis.process, getBuiltinModule: undefined });
      const body = encoder.encode(`{"event":"x","data":${json}}`);
      const headers = await signWebhook(body, secret, { timestampMs: now() });
      expect(headers['webhook-signature']).toBe(headerOf(body));
      expect(await verifyWebhook(body, headers, secret, { now })).toMatchObject({ event: 'x' });

      const damaged = body.slice();
      const index = place % damaged.length;
      damaged[index] = (damaged[index] ?? 0) ^ 1;
      const { reason } = await caught<WebhookError>(verifyWebhook(damaged, headers, secret, { now }));
      expect(reason).toBe('signature-mismatch');
      vi.unstubAllGlobals();
    }),
    { numRuns: 500 },
  );
});

describe('the event', () => {
  const read = (body: unknown) => {
    const text = JSON.stringify(body);
    return verifyWebhook(text, headerOf(text), secret, { now });
  };

  test('of a later version keeps its id, time and sequence', async () => {
    const later = {
      event: 'endorsement.active',
      id: 'whd_1',
      createdAt: 'now',
      sequence: 4,
      data: { type: 'usd' },
    };
    expect(await read(later)).toEqual(later);
  });

  test('that names itself by eventType has an event as well', async () => {
    const body = { eventType: 'externalAccount.statusChanged', id: 'whd_1', data: {} };
    expect(await read(body)).toEqual({ ...body, event: 'externalAccount.statusChanged' });
  });

  test('is recognised by its name', async () => {
    const known = await read({ event: 'wallet.provisioned', id: 'whd_1', data: {} });

    expect(isWebhookEvent(known, 'wallet.provisioned')).toBe(true);
    expect(isWebhookEvent(known, 'wallet.depositDetected')).toBe(false);
  });

  test('that is not known passes through', async () => {
    expect(await read({ event: 'cashIn.completed', data: [1] })).toEqual({
      event: 'cashIn.completed',
      data: [1],
    });
  });
});

describe('a body in base64, as API Gateway and Lambda pass it on,', () => {
  const base64 = btoa(granted);

  test.each([
    ['text', base64],
    ['bytes', encoder.encode(base64)],
    ['text of an indented body', btoa(JSON.stringify(event, null, 2))],
  ])('is refused as %s by an error that names base64', async (_case, body) => {
    expect(await caught(verifyWebhook(body, headerOf(granted), secret, { now }))).toMatchObject({
      reason: 'signature-mismatch',
      message: expect.stringContaining('base64'),
    });
  });

  test('is not suspected where the body is JSON', async () => {
    const { message } = await caught<WebhookError>(
      verifyWebhook(`${granted} `, headerOf(granted), secret, { now }),
    );
    expect(message).not.toContain('base64');
  });
});
