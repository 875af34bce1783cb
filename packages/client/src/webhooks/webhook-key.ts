import type { WebhookKey } from './secrets.js';
import { WebhookError } from './webhook-error.js';

/**
 * Which part of a secret is the key, for the docs do not say. `text`: the whole secret with its `whsec_`, as it is written;
 * that is how secrets are read everywhere. `bare`: the text after `whsec_`. `hex`: the bytes that its digits stand for.
 */
export type WebhookKeyForm = 'text' | 'bare' | 'hex';

/**
 * The key in a secret, for `verifyWebhook`, `signWebhook` and `createWebhookHandler` in place of the secret, should OMS turn
 * out to use another part of it than the whole text.
 *
 * @throws {WebhookError} for a secret that has no such part.
 */
export function webhookKey(secret: string, form: WebhookKeyForm): WebhookKey {
  if (form === 'text') return secret;
  const bare = typeof secret === 'string' ? secret.replace(/^whsec_/, '') : '';
  if (form === 'bare' && bare !== '') return bare;
  if (/^([\da-f]{2})+$/i.test(bare))
    return Uint8Array.from(bare.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  throw new WebhookError('unusable-secret', 'The secret is empty, or not hex after whsec_.');
}
