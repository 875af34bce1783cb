import { verifyWebhook, WebhookError, type WebhookErrorReason } from '@oms-sdk/client/webhooks';
import { describe, expect, test } from 'vitest';
import { caught } from '../caught.js';
import { granted, headerOf, now, nowSeconds, secret, signatureOf } from './delivery.js';

interface Attempt {
  body?: unknown;
  headers?: unknown;
  secret?: unknown;
  toleranceSeconds?: number;
  now?: () => number;
  secretEncoding?: 'hex';
}

async function refusal({
  body = granted,
  headers = headerOf(granted),
  secret: key = secret,
  ...options
}: Attempt) {
  const verdict = verifyWebhook(body as string, headers as string, key as string, { now, ...options });
  const error = await caught<WebhookError>(verdict);
  expect(error).toBeInstanceOf(WebhookError);
  const shown = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
  for (const hidden of [secret.slice(6, 30), 'cst_01H9XaA1iceM4rTn']) expect(shown).not.toContain(hidden);
  return error.reason;
}

const refused = (reason: WebhookErrorReason, cases: readonly (readonly [string, Attempt])[]) =>
  describe(reason, () => {
    test.each(cases)('%s', async (_case, attempt) => {
      expect(await refusal(attempt)).toBe(reason);
    });
  });

const genuine = signatureOf(granted);
const signed = (t: string | number, ...v1: string[]) => [`t=${t}`, ...v1.map((hex) => `v1=${hex}`)].join(',');
const flipped = genuine.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
const spaced = JSON.stringify(JSON.parse(granted), null, 1);

refused('signature-mismatch', [
  ['a body with one letter changed', { body: granted.replace('basic', 'basiC') }],
  ['a body with a space at the end', { body: `${granted} ` }],
  ['a body with a byte order mark', { body: `\uFEFF${granted}` }],
  ['a body that was parsed and written again', { body: spaced }],
  ['a body that was cut', { body: granted.slice(0, -1) }],
  ['an empty body', { body: '' }],
  ['a body of other bytes', { body: new Uint8Array(40) }],
  ['two bodies', { body: granted + granted }],
  ['the first digit changed', { headers: signed(nowSeconds, flipped) }],
  [
    'the last digit changed',
    {
      headers: signed(
        nowSeconds,
        genuine.replace(/.$/, (d) => (d === '0' ? '1' : '0')),
      ),
    },
  ],
  ['a signature of zeros', { headers: signed(nowSeconds, '0'.repeat(64)) }],
  ['the signature of another moment', { headers: signed(nowSeconds - 1, genuine) }],
  ['the same moment written with a zero before it', { headers: signed(`0${nowSeconds}`, genuine) }],
  ['a signature without the moment', { headers: signed(nowSeconds, signatureOf('', '', secret)) }],
  ['a signature of the body alone', { headers: `t=${nowSeconds},v1=${headerOf(granted, '').slice(6)}` }],
  ['the key of another endpoint', { secret: `whsec_${'f'.repeat(64)}` }],
  ['the secret without its prefix', { secret: secret.slice(6) }],
  ['the secret in upper case', { secret: secret.toUpperCase() }],
  ['the secret read as hex', { secretEncoding: 'hex' }],
  ['ten wrong signatures', { headers: signed(nowSeconds, ...Array.from({ length: 10 }, () => flipped)) }],
  ['ten wrong secrets', { secret: Array.from({ length: 10 }, (_, index) => `whsec_${index}`) }],
  ['a signature in another scheme', { headers: `${signed(nowSeconds, flipped)},v0=${genuine}` }],
]);

refused('header-malformed', [
  ['no moment', { headers: `v1=${genuine}` }],
  ['an empty moment', { headers: `t=,v1=${genuine}` }],
  ['two moments', { headers: `t=${nowSeconds},t=${nowSeconds},v1=${genuine}` }],
  ['a moment below zero', { headers: signed('-1', genuine) }],
  ['a moment with a plus', { headers: signed(`+${nowSeconds}`, genuine) }],
  ['a moment with an exponent', { headers: signed('17e8', genuine) }],
  ['a moment in hexadecimal', { headers: signed('0x65a5', genuine) }],
  ['a moment with a fraction', { headers: signed(`${nowSeconds}.5`, genuine) }],
  ['a moment in words', { headers: signed('now', genuine) }],
  ['a moment of infinity', { headers: signed('Infinity', genuine) }],
  ['a moment of too many digits', { headers: signed('1'.repeat(13), genuine) }],
  ['a moment in other digits', { headers: signed('١٧٠٥٣١٢٨٦٠', genuine) }],
  ['no signature', { headers: `t=${nowSeconds}` }],
  ['an empty signature', { headers: `t=${nowSeconds},v1=` }],
  ['a signature in upper case', { headers: signed(nowSeconds, genuine.toUpperCase()) }],
  ['a signature that is too short', { headers: signed(nowSeconds, genuine.slice(1)) }],
  ['a signature that is too long', { headers: signed(nowSeconds, `${genuine}0`) }],
  ['a signature that is no hex', { headers: signed(nowSeconds, 'g'.repeat(64)) }],
  ['a signature in Base64', { headers: signed(nowSeconds, Buffer.from(genuine, 'hex').toString('base64')) }],
  ['one good signature beside a damaged one', { headers: signed(nowSeconds, genuine, 'zz') }],
  ['eleven signatures', { headers: signed(nowSeconds, ...Array.from({ length: 11 }, () => genuine)) }],
  ['a header of a megabyte', { headers: `${headerOf(granted)},x=${'y'.repeat(1_000_000)}` }],
  ['a thousand commas', { headers: ','.repeat(1000) }],
  ['two headers', { headers: { 'webhook-signature': [headerOf(granted), headerOf(granted)] } }],
  ['two headers joined into one', { headers: `${headerOf(granted)}, ${headerOf(granted)}` }],
  ['semicolons for commas', { headers: headerOf(granted).replace(',', ';') }],
  ['text', { headers: 'signed' }],
]);

refused('header-missing', [
  ['no headers', { headers: {} }],
  ['empty Headers', { headers: new Headers() }],
  ['an empty header', { headers: '' }],
  ['the header of another service', { headers: { 'stripe-signature': headerOf(granted) } }],
  ['a header that is undefined', { headers: { 'webhook-signature': undefined } }],
  ['a header that is a number', { headers: { 'webhook-signature': 7 } }],
  ['headers of null', { headers: null }],
]);

const at = (ahead: number) => headerOf(granted, nowSeconds + ahead);
refused('too-old', [
  ['301 seconds ago', { headers: at(-301) }],
  ['in 1970', { headers: headerOf(granted, 0) }],
  ['2 seconds ago, with a tolerance of 1', { headers: at(-2), toleranceSeconds: 1 }],
]);
refused('too-new', [
  ['301 seconds ahead', { headers: at(301) }],
  ['in the year 33658', { headers: headerOf(granted, 999_999_999_999) }],
  ['1 second ahead, with a tolerance of 0', { headers: at(1), toleranceSeconds: 0 }],
  ['now, with a tolerance that is no number', { toleranceSeconds: Number.NaN }],
  ['now, with a clock that is no number', { now: () => Number.NaN }],
]);

refused('body-not-raw', [
  ['a parsed body', { body: JSON.parse(granted) }],
  ['null', { body: null }],
  ['undefined passed on', { body: { toString: () => granted } }],
  ['a number', { body: 7 }],
  ['a list of bytes', { body: [...Buffer.from(granted)] }],
]);

refused('unusable-secret', [
  ['empty', { secret: '' }],
  ['the prefix alone', { secret: 'whsec_' }],
  ['undefined', { secret: null }],
  ['no secrets', { secret: [] }],
  ['an empty one among others', { secret: [secret, ''] }],
  ['a line break at its end', { secret: `${secret}\n` }],
  ['white space', { secret: ' ' }],
  ['eleven of them', { secret: Array.from({ length: 11 }, () => secret) }],
  ['no hex, where hex is expected', { secret: 'whsec_xyz', secretEncoding: 'hex' }],
]);

const asEvent = (body: string | Uint8Array): Attempt => ({ body, headers: headerOf(body) });
refused('not-an-event', [
  ['null', asEvent('null')],
  ['a list', asEvent('[]')],
  ['text', asEvent('"event"')],
  ['an object without a name', asEvent('{"data":{}}')],
  ['an empty name', asEvent('{"event":""}')],
  ['a name that is a number', asEvent('{"event":7}')],
  ['no JSON', asEvent('event=granted')],
  ['bytes that are no UTF-8', asEvent(new Uint8Array([0xff, 0xfe]))],
]);
