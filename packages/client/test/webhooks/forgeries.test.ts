import { verifyWebhook, WebhookError, type WebhookErrorReason, webhookKey } from '@oms-sdk/client/webhooks';
import { describe, expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { granted, headerOf, now, nowSeconds, secret } from './delivery.js';
import { forgedDeliveries } from './forged-deliveries.js';

interface Attempt {
  body?: unknown;
  headers?: unknown;
  secret?: unknown;
  toleranceSeconds?: number;
  now?: () => number;
}

async function refusal({
  body = granted,
  headers = headerOf(granted),
  secret: key = secret,
  ...options
}: Attempt) {
  const verified = verifyWebhook(body as string, headers as string, key as string, { now, ...options });
  const error = await caught<WebhookError>(verified);
  expect(error).toBeInstanceOf(WebhookError);
  const shown = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
  for (const hidden of [secret.slice(6, 30), 'cst_01H9XaA1iceM4rTn']) expect(shown).not.toContain(hidden);
  return error.reason;
}

const forged = forgedDeliveries(secret, nowSeconds);

test.each(forged)('$what is refused: $reason', async ({ reason, body, header = '' }) => {
  expect(await refusal({ body, headers: header })).toBe(reason);
});

test.each(forged)(
  '$what is refused as bytes in a record of headers: $reason',
  async ({ reason, body, header }) => {
    expect(await refusal({ body: Buffer.from(body), headers: { 'Webhook-Signature': header } })).toBe(reason);
  },
);

const refused = (reason: WebhookErrorReason, cases: readonly (readonly [string, Attempt])[]) =>
  describe(reason, () => {
    test.each(cases)('%s', async (_case, attempt) => {
      expect(await refusal(attempt)).toBe(reason);
    });
  });

refused('signature-mismatch', [
  ['the key of another endpoint', { secret: `whsec_${'f'.repeat(64)}` }],
  ['a secret without its prefix', { secret: secret.slice(6) }],
  ['a secret in upper case', { secret: secret.toUpperCase() }],
  ['a secret read without its prefix', { secret: webhookKey(secret, 'bare') }],
  ['a secret read as hex', { secret: webhookKey(secret, 'hex') }],
  ['ten wrong secrets', { secret: Array.from({ length: 10 }, (_, index) => `whsec_${index}`) }],
  ['a request with another body', { body: new Request('http://a', { method: 'POST', body: `${granted} ` }) }],
  [
    'a view of too many bytes',
    { body: new DataView(Uint8Array.from(`${granted} `, (c) => c.charCodeAt(0)).buffer) },
  ],
  ['a buffer of zeros', { body: new ArrayBuffer(8) }],
  ['the letters of the body in 16 bits each', { body: Uint16Array.from(granted, (c) => c.charCodeAt(0)) }],
  ['a byte order mark before the bytes', { body: Buffer.from(`\uFEFF${granted}`) }],
]);

refused('header-malformed', [
  ['two headers', { headers: { 'webhook-signature': [headerOf(granted), headerOf(granted)] } }],
  ['a header that is a number', { headers: { 'webhook-signature': 7 } }],
  ['a header that is an object', { headers: { 'webhook-signature': {} } }],
  ['a header of a megabyte', { headers: `${headerOf(granted)},x=${'y'.repeat(1_000_000)}` }],
  ['a million commas', { headers: ','.repeat(1_000_000) }],
  ['a header with a line break', { headers: `${headerOf(granted)}\r\n` }],
]);

refused('header-missing', [
  ['no headers', { headers: {} }],
  ['empty Headers', { headers: new Headers() }],
  ['an empty Map', { headers: new Map() }],
  ['an empty list of headers', { headers: { 'webhook-signature': [] } }],
  ['the header of another service', { headers: { 'stripe-signature': headerOf(granted) } }],
  ['a header of a similar name', { headers: { webhook_signature: headerOf(granted) } }],
  ['a header that is undefined', { headers: { 'webhook-signature': undefined } }],
  ['a header named get', { headers: { get: headerOf(granted) } }],
  ['headers of null', { headers: null }],
  ['headers that are a number', { headers: 7 }],
  ['a header that cannot be a text', { headers: { 'webhook-signature': Object.create(null) } }],
  ['headers that throw', { headers: { get: () => expect.unreachable() } }],
]);

const at = (ahead: number) => headerOf(granted, nowSeconds + ahead);
refused('too-old', [
  ['2 seconds ago, with a tolerance of 1', { headers: at(-2), toleranceSeconds: 1 }],
  ['1 second ago, with a tolerance of 0', { headers: at(-1), toleranceSeconds: 0 }],
]);
refused('too-new', [
  ['1 second ahead, with a tolerance of 0', { headers: at(1), toleranceSeconds: 0 }],
  ['now, with a tolerance below zero', { toleranceSeconds: -1 }],
  ['now, with a tolerance that is no number', { toleranceSeconds: Number.NaN }],
  ['now, with a clock that is no number', { now: () => Number.NaN }],
]);

const usedRequest = async () => {
  const request = new Request('http://a', { method: 'POST', body: granted });
  await request.text();
  return request;
};
const brokenBody = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
refused('body-not-raw', [
  ['a parsed body', { body: JSON.parse(granted) }],
  ['a parsed list', { body: [JSON.parse(granted)] }],
  ['null', { body: null }],
  ['an object that looks like text', { body: { toString: () => granted } }],
  ['an object that looks like bytes', { body: { buffer: granted, byteOffset: 0, byteLength: 1 } }],
  ['an object that looks like a request', { body: { arrayBuffer: async () => JSON.parse(granted) } }],
  ['a parsed body with the key arrayBuffer', { body: { arrayBuffer: 'x' } }],
  ['a String object', { body: new String(granted) }],
  ['a number', { body: 7 }],
  ['a truth', { body: true }],
  ['a symbol', { body: Symbol('body') }],
  ['a list of bytes', { body: [...Buffer.from(granted)] }],
  ['form fields', { body: new URLSearchParams({ payload: granted }) }],
  ['a stream of Node', { body: { pipe: () => undefined, async *[Symbol.asyncIterator]() {} } }],
  ['a stream of the web', { body: new Blob([granted]).stream() }],
  ['a function', { body: async () => granted }],
  ['a request that was read', { body: await usedRequest() }],
  [
    'a request that breaks off',
    { body: new Request('http://a', { method: 'POST', body: brokenBody, duplex: 'half' } as RequestInit) },
  ],
  [
    'half of a surrogate pair for the character that stands for it',
    { body: `${granted}\ud800`, headers: headerOf(`${granted}\ufffd`) },
  ],
]);

refused('unusable-secret', [
  ['empty', { secret: '' }],
  ['the prefix alone', { secret: 'whsec_' }],
  ['null', { secret: null }],
  ['a number', { secret: 7 }],
  ['no bytes', { secret: new Uint8Array() }],
  ['a list of numbers', { secret: [1, 2] }],
  ['a buffer without a view', { secret: new ArrayBuffer(8) }],
  ['an object', { secret: {} }],
  ['no secrets', { secret: [] }],
  ['an empty one among others', { secret: [secret, ''] }],
  ['a missing one among others', { secret: [secret, undefined] }],
  ['a line break at its end', { secret: `${secret}\n` }],
  ['a space before it', { secret: ` ${secret}` }],
  ['white space', { secret: ' ' }],
  ['a byte order mark before it', { secret: `\uFEFF${secret}` }],
  ['dots for the hidden part', { secret: 'whsec_…' }],
]);

test.each([
  ['bare', 'whsec_'],
  ['bare', ''],
  ['hex', 'whsec_'],
  ['hex', undefined as unknown as string],
  ['hex', Object.create(null) as string],
  ['hex', 'whsec_xyz'],
  ['hex', `${secret}0`],
] as const)('there is no %s key in %j', async (form, text) => {
  expect(await caught(() => webhookKey(text, form))).toMatchObject({ reason: 'unusable-secret' });
});
