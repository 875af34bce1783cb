import { type Bytes, toBytes } from './raw-body.js';
import { WebhookError } from './webhook-error.js';

/** One signing secret, or several while they are rotated. */
export type WebhookSecret = string | readonly string[];

/**
 * Which bytes of a secret are the key. `text`: the whole secret with its `whsec_`, as it is written. `hex`: the 32 bytes
 * that the digits after `whsec_` stand for. The docs do not say which.
 */
export type SecretEncoding = 'text' | 'hex';

const mostSecrets = 10;

/** The HMAC keys of the secrets; a secret that could never verify anything is refused. */
export function keysOf(secret: WebhookSecret, encoding: SecretEncoding): Bytes[] {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (!Array.isArray(secrets) || secrets.length === 0 || secrets.length > mostSecrets) {
    throw unusable(`give a secret, or a list of 1 to ${mostSecrets}`);
  }
  return secrets.map((one) => keyOf(one, encoding));
}

function keyOf(secret: unknown, encoding: SecretEncoding): Bytes {
  if (typeof secret !== 'string' || secret === '' || secret === 'whsec_') throw unusable('it is empty');
  if (!/^[\x21-\x7e]+$/.test(secret)) throw unusable('it has white space or characters outside ASCII');
  if (encoding === 'text') return toBytes(secret);
  const digits = secret.replace(/^whsec_/, '');
  if (!/^(?:[\da-f]{2})+$/i.test(digits)) throw unusable('it is not written in hex');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function unusable(why: string): WebhookError {
  return new WebhookError(
    'unusable-secret',
    `The webhook secret cannot be used: ${why}. Copy it from where the endpoint was made.`,
  );
}
