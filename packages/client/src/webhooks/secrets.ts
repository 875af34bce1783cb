import { WebhookError } from './webhook-error.js';

/** A signing secret as it is written, whose text is the key, or the bytes of another key; see `webhookKey`. */
export type WebhookKey = string | Uint8Array;

/** One signing secret, or several while they are rotated. */
export type WebhookSecret = WebhookKey | readonly WebhookKey[];

/** The HMAC keys; a secret that could never verify anything is refused. */
export function keysOf(secret: WebhookSecret): readonly WebhookKey[] {
  const keys = Array.isArray(secret) ? secret : [secret];
  if (keys[0] && keys.every(isUsable)) return keys;
  throw new WebhookError('unusable-secret', 'The secret is empty or has invalid characters.');
}

function isUsable(key: unknown): unknown {
  return typeof key === 'string'
    ? /^(?!whsec_$)[!-~]+$/.test(key)
    : ArrayBuffer.isView(key) && key.byteLength;
}
