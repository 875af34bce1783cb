import { readEvent, type WebhookEvent } from './events.js';
import { hmac } from './hmac.js';
import { type RawBody, toBytes } from './raw-body.js';
import { keysOf, type SecretEncoding, type WebhookSecret } from './secrets.js';
import { readSignatureHeader, type WebhookHeaders } from './signature-header.js';
import { WebhookError } from './webhook-error.js';

/** Options of verifying a delivery. */
export interface VerifyWebhookOptions {
  /**
   * How far the time of the signature may be from now, in seconds, before and after.
   * @default 300
   */
  readonly toleranceSeconds?: number;
  /**
   * The present, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Which bytes of the secret are the key.
   * @default 'text'
   */
  readonly secretEncoding?: SecretEncoding;
}

/**
 * Verifies a delivery and gives its event.
 *
 * The body must be raw: text or bytes as they came, never what a JSON parser made of them. Several secrets and several
 * signatures are for rotation; one match is enough.
 *
 * @throws {WebhookError} whose `reason` says which step refused it.
 */
export async function verifyWebhook(
  rawBody: RawBody,
  headers: WebhookHeaders,
  secret: WebhookSecret,
  options: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const { toleranceSeconds = 300, now = Date.now, secretEncoding = 'text' } = options;
  const keys = keysOf(secret, secretEncoding);
  const body = toBytes(rawBody);
  const { timestamp, signatures } = readSignatureHeader(headers);
  checkTime(Number(timestamp) - Math.floor(now() / 1000), toleranceSeconds);
  let isGenuine = false;
  for (const key of keys) {
    const expected = await hmac(key, timestamp, body);
    for (const signature of signatures) isGenuine = isSame(expected, signature) || isGenuine;
  }
  if (isGenuine) return readEvent(body);
  throw new WebhookError(
    'signature-mismatch',
    'No signature fits the body. Usual causes: the secret of another endpoint, or a body that was parsed and written again.',
  );
}

function checkTime(ahead: number, tolerance: number): void {
  if (Math.abs(ahead) <= tolerance) return;
  const [reason, where] =
    ahead < 0 ? (['too-old', 'in the past'] as const) : (['too-new', 'in the future'] as const);
  throw new WebhookError(
    reason,
    `The signature is ${Math.abs(ahead)} seconds ${where}; ${tolerance} are allowed. It was repeated, or a clock is wrong.`,
  );
}

/** Takes the same time wherever two texts of one length differ. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index += 1)
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}
