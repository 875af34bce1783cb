import { readEvent, type WebhookEvent } from './events.js';
import type { VerifyWebhookOptions } from './options.js';
import { type RawBody, readRaw, textOf } from './raw-body.js';
import { hmac, keysOf, type WebhookSecret } from './secret.js';
import { readSignatureHeader, type WebhookHeaders } from './signature.js';
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
