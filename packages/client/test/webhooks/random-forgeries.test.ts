import { createWebhookHandler, verifyWebhook, WebhookError } from '@oms-sdk/client/webhooks';
import { expect, test } from 'vitest';
import { granted, now, nowSeconds, secret, signatureOf } from './delivery.js';

/** Numbers below a limit, the same in every run (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const number = numbersFrom(20_000);
const oneOf = <Value>(...values: readonly Value[]) => values[number(values.length)] as Value;
const hex = (length: number) => Array.from({ length }, () => number(16).toString(16)).join('');
const genuine = Uint8Array.from(Buffer.from(granted));
const right = signatureOf(granted);

/** The body with some bytes changed, cut, doubled or added. */
function damagedBody(): Uint8Array<ArrayBuffer> {
  const at = number(genuine.length);
  return oneOf(
    () => genuine.with(at, (genuine[at] ?? 0) ^ (1 << number(8))),
    () => genuine.slice(0, at),
    () => genuine.slice(at + 1),
    () => Uint8Array.of(...genuine.slice(0, at), number(256), ...genuine.slice(at)),
    () => Uint8Array.of(...genuine, ...genuine.slice(0, at + 1)),
    () => Uint8Array.from({ length: number(200) }, () => number(256)),
  )();
}

/** The digest of a forger, who saw one genuine delivery and does not know the secret. */
function forgedDigest(body: Uint8Array, moment: number): string {
  const at = number(64);
  return oneOf(
    () => hex(64),
    () =>
      `${right.slice(0, at)}${((Number.parseInt(right[at] ?? '', 16) + 1 + number(15)) % 16).toString(16)}${right.slice(at + 1)}`,
    () => signatureOf(body, moment, `whsec_${hex(64)}`),
    () =>
      signatureOf(
        body,
        moment,
        oneOf('whsec_', '', secret.slice(6), secret.slice(0, -1), secret.toUpperCase()),
      ),
    () => signatureOf(body, moment, Buffer.from(secret.slice(6), 'hex')),
    () => signatureOf(body, moment, secret, oneOf('', ',', ':', '..')),
    () => hex(number(80)),
  )();
}

/** A header with one character changed, left out or put in. */
function damaged(header: string): string {
  const at = number(header.length);
  const character = String.fromCharCode(oneOf(number(128), number(0x3000)));
  return oneOf(
    `${header.slice(0, at)}${header.slice(at + 1)}`,
    `${header.slice(0, at)}${character}${header.slice(at)}`,
    `${header.slice(0, at)}${character}${header.slice(at + 1)}`,
  );
}

type Forged = readonly [body: Uint8Array<ArrayBuffer>, header: string];

/** What no forger can make a delivery that is accepted. */
function forgedDelivery(): Forged {
  const moment = nowSeconds + number(601) - 300;
  const header = (digest: string) =>
    oneOf(`t=${moment},v1=${digest}`, `v1=${digest}, t=${moment}`, `t=${moment},v1=${hex(64)},v1=${digest}`);
  return oneOf<() => Forged>(
    () => [damagedBody(), oneOf(`t=${nowSeconds},v1=${right}`, `v0=1,t=${nowSeconds},v1=${right}`)],
    () => [genuine, header(forgedDigest(genuine, moment))],
    () => [damagedBody(), header(right)],
    () => [genuine, `t=${nowSeconds + oneOf(1, -1) * (1 + number(300))},v1=${right}`],
    () => [damagedBody(), damaged(`t=${nowSeconds},v1=${right}`)],
  )();
}

test('of 20,000 forged deliveries not one is accepted', { timeout: 120_000 }, async () => {
  const accepted: string[] = [];
  const refused = new Map<string, number>();
  for (let count = 0; count < 20_000; count += 1) {
    const [body, header] = forgedDelivery();
    try {
      await verifyWebhook(count % 2 === 0 ? body : Buffer.from(body).toString('latin1'), header, secret, {
        now,
      });
      accepted.push(`${header} over ${Buffer.from(body).toString('base64')}`);
    } catch (error) {
      const reason = error instanceof WebhookError ? error.reason : String(error);
      refused.set(reason, (refused.get(reason) ?? 0) + 1);
    }
  }

  expect(accepted).toEqual([]);
  expect([...refused.keys()].toSorted()).toEqual([
    'header-malformed',
    'signature-mismatch',
    'too-new',
    'too-old',
  ]);
  expect(refused.get('signature-mismatch')).toBeGreaterThan(15_000);
});

test('a handler calls nothing for forged deliveries', async () => {
  let calls = 0;
  const handle = createWebhookHandler({ secret, now, on: {}, fallback: () => (calls += 1) });
  const statuses = new Set<number>();
  for (let count = 0; count < 500; count += 1) {
    const [body, header] = forgedDelivery();
    if (!/^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(header)) continue;
    const headers = { 'webhook-signature': header };
    statuses.add((await handle(new Request('https://a.example', { method: 'POST', body, headers }))).status);
  }

  expect([[...statuses], calls]).toEqual([[400], 0]);
});
