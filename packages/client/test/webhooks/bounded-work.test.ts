import { createHmac } from 'node:crypto';
import { verifyWebhook } from '@oms-sdk/client/webhooks';
import { afterEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { granted, headerOf, now, nowSeconds, secret, signatureOf } from './delivery.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** How many digests verifying a header takes. */
async function digests(header: string, secrets: string[]): Promise<number> {
  const spy = vi.fn(createHmac);
  vi.stubGlobal('process', { getBuiltinModule: () => ({ createHmac: spy }) });
  await caught(verifyWebhook(granted, header, secrets, { now }));
  return spy.mock.calls.length;
}

const wrong = '0'.repeat(64);
const header = (...signatures: string[]) =>
  [`t=${nowSeconds}`, ...signatures.map((hex) => `v1=${hex}`)].join(',');

test('one digest a secret is made, however many signatures there are', async () => {
  expect(await digests(header(...Array.from({ length: 10 }, () => wrong)), ['a', 'b', 'c'])).toBe(3);
});

test.each([
  ['is longer than 1024 characters', `${headerOf(granted)},k=${'x'.repeat(1024)}`],
  ['has more than ten signatures', header(...Array.from({ length: 11 }, () => wrong))],
  ['is damaged', `${headerOf(granted)},`],
  ['is too old', headerOf(granted, nowSeconds - 301)],
])('no digest is made when the header %s', async (_what, value) => {
  expect(await digests(value, [secret])).toBe(0);
});

test('a body is not read when the header is refused', async () => {
  const body = { arrayBuffer: vi.fn() };
  await caught(verifyWebhook(body, headerOf(granted, 0), secret, { now }));

  expect(body.arrayBuffer).not.toHaveBeenCalled();
});

test('a header that is too long is not taken apart', async () => {
  const split = vi.spyOn(String.prototype, 'split');
  const refused = caught(verifyWebhook(granted, ','.repeat(1_000_000), secret, { now }));

  expect(split).not.toHaveBeenCalled();
  await refused;
});

/** How many characters of the signature and of the right one are looked at, both with their `v1=`. */
async function comparisons(signature: string): Promise<number> {
  const spy = vi.spyOn(String.prototype, 'charCodeAt');
  await verifyWebhook(granted, header(signature), secret, { now }).catch(() => undefined);
  const compared = spy.mock.contexts.filter((text) => String(text).length === 67).length;
  spy.mockRestore();
  return compared;
}

test('a signature is compared to its end, wherever it differs', async () => {
  const right = signatureOf(granted);
  const changed = (index: number) =>
    `${right.slice(0, index)}${right[index] === '0' ? '1' : '0'}${right.slice(index + 1)}`;

  for (const signature of [right, changed(0), changed(31), changed(63), wrong]) {
    expect(await comparisons(signature)).toBe(134);
  }
});
