import { hmac } from './hmac.js';
import { type RawBody, toBytes } from './raw-body.js';
import { keysOf, type SecretEncoding, type WebhookSecret } from './secrets.js';

/** Options of signing a delivery. */
export interface SignWebhookOptions {
  /**
   * Time of the signature, in milliseconds since 1970.
   * @default Date.now()
   */
  readonly timestampMs?: number;
  /**
   * Which bytes of the secret are the key.
   * @default 'text'
   */
  readonly secretEncoding?: SecretEncoding;
}

/**
 * Signs a body as OMS does, to test a receiver. Several secrets make several signatures.
 *
 * @throws {WebhookError} for a secret or a body that cannot be used.
 */
export async function signWebhook(
  rawBody: RawBody,
  secret: WebhookSecret,
  { timestampMs = Date.now(), secretEncoding = 'text' }: SignWebhookOptions = {},
): Promise<{ 'webhook-signature': string }> {
  const timestamp = String(Math.floor(timestampMs / 1000));
  const body = toBytes(rawBody);
  const signatures = await Promise.all(
    keysOf(secret, secretEncoding).map(async (key) => `v1=${await hmac(key, timestamp, body)}`),
  );
  return { 'webhook-signature': [`t=${timestamp}`, ...signatures].join(',') };
}
