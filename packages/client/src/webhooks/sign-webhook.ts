import { hmac } from './hmac.js';
import type { SignWebhookOptions } from './options.js';
import { type RawBody, readRaw } from './raw-body.js';
import { keysOf, type WebhookSecret } from './secret.js';

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
