import { readEvent, type WebhookEvent } from './events.js';
import type { SignWebhookOptions, VerifyWebhookOptions } from './options.js';
import { type RawBody, readRaw, textOf } from './raw-body.js';
import { hmac, keysOf, type WebhookSecret } from './secret.js';
import { WebhookError } from './webhook-error.js';

/**
 * Verifies a delivery and returns its event.
 *
 * The body must be raw: text or bytes as they came, or the `Request` itself, never what a JSON parser made of it. Several
 * secrets and several signatures are for rotation; one match is enough.
 *
 * @throws {WebhookError} whose `reason` says which step refused it.
 */
export async function verifyWebhook(
  rawBody: RawBody,
  headers: WebhookHeaders,
  secret: WebhookSecret,
  options?: VerifyWebhookOptions,
): Promise<WebhookEvent> {
  const { toleranceSeconds = 300, now = Date.now } = options ?? {};
  const keys = keysOf(secret);
  const [moment, signatures] = readSignatureHeader(headers);
  const ahead = Number(moment) - Math.floor(now() / 1000);
  if (!(Math.abs(ahead) <= toleranceSeconds))
    throw new WebhookError(
      ahead < 0 ? 'too-old' : 'too-new',
      `The signature is ${ahead} s from now: a wrong clock or a replay.`,
    );
  const body = await readRaw(rawBody);
  for (const key of keys) {
    const expected = `v1=${await hmac(key, moment, body)}`;
    if (signatures.some((signature) => isSame(expected, signature))) return readEvent(body);
  }
  // So a JSON object starts in base64, which gateways make of what they take for binary.
  const isBase64 = /^e[wy]/.test(textOf(body, false));
  throw new WebhookError(
    'signature-mismatch',
    `The signature does not match: wrong secret, or the body was ${isBase64 ? 'encoded as base64' : 'parsed and serialised'}.`,
  );
}

/** Takes the same time wherever two texts of one length differ. */
function isSame(one: string, other: string): boolean {
  let difference = 0;
  for (let index = 0; index < one.length; index += 1)
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return !difference;
}

/** Headers as servers have them: `Headers`, a record in any case, or the text of the signature header alone. */
export type WebhookHeaders =
  | string
  | { get(name: string): string | null | undefined }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

const name = 'webhook-signature';
const usual = /^t=(\d{1,12}),(v1=[\da-f]{64})$/;
/** A moment, a signature, or another scheme, which is left alone. */
const part = /^(t=\d{1,12}|v1=[\da-f]{64}|(?!t=|v1=)\w+=[!-~]+)$/;

/**
 * Finds the signature header and returns its moment, as it is written, and its parts, some of them `v1=<hex>`. Everything
 * damaged is refused, also more than 1024 characters or 12 parts, which only make the receiver work.
 */
export function readSignatureHeader(headers: WebhookHeaders): [moment: string, parts: string[]] {
  const text = findHeader(headers);
  // What follows does for any header, but takes three times as long.
  const [, usualMoment, usualPart] = usual.exec(text) ?? [];
  if (usualMoment && usualPart) return [usualMoment, [usualPart]];
  const parts = text.length > 1024 ? [] : text.split(/ {0,8}, {0,8}/);
  const [moment, secondMoment] = parts.filter((one) => one.startsWith('t='));
  if (
    moment &&
    !secondMoment &&
    parts.length > 1 &&
    parts.length < 12 &&
    parts.every((one) => part.test(one))
  )
    return [moment.slice(2), parts];
  throw new WebhookError(
    text ? 'header-malformed' : 'header-missing',
    `The ${name} header is ${text ? 'not t=<seconds>,v1=<hex>' : 'missing'}.`,
  );
}

/** Two headers come as a list, which makes one text with two moments, as servers join them. */
function findHeader(headers: WebhookHeaders): string {
  if (typeof headers === 'string') return headers;
  try {
    const record = Object(headers);
    const found =
      typeof record.get === 'function'
        ? record.get(name)
        : (record[name] ?? Object.entries(record).find(([key]) => key.toLowerCase() === name)?.[1]);
    return String(found ?? '');
  } catch {
    return '';
  }
}

/**
 * Signs a body as OMS does, to test a receiver. Several secrets make several signatures.
 *
 * @throws {WebhookError} for a secret or a body that cannot be used.
 */
export async function signWebhook(
  rawBody: RawBody,
  secret: WebhookSecret,
  { timestampMs = Date.now() }: SignWebhookOptions = {},
): Promise<{ 'webhook-signature': string }> {
  const keys = keysOf(secret);
  const moment = String(Math.floor(timestampMs / 1000));
  const body = await readRaw(rawBody);
  const signatures = await Promise.all(keys.map(async (key) => `v1=${await hmac(key, moment, body)}`));
  return { 'webhook-signature': [`t=${moment}`, ...signatures].join(',') };
}
