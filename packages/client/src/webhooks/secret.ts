import type { Content } from './raw-body.js';
import { WebhookError } from './webhook-error.js';

/** A signing secret as it is written, whose text is the key, or the bytes of another key; see `webhookKey`. */
export type WebhookKey = string | Uint8Array;

/** One signing secret, or several while they are rotated. */
export type WebhookSecret = WebhookKey | readonly WebhookKey[];

/** The HMAC keys; a secret that could never verify anything is refused. */
export function keysOf(secret: WebhookSecret): readonly WebhookKey[] {
  const keys = [secret].flat();
  if (keys[0] && keys.every(isUsable)) return keys;
  throw new WebhookError('unusable-secret', 'The secret is empty or malformed.');
}

function isUsable(key: unknown): unknown {
  return typeof key === 'string'
    ? /^(?!whsec_$)[!-~]+$/.test(key)
    : ArrayBuffer.isView(key) && key.byteLength;
}

/**
 * Which part of a secret is the key, because the docs do not say. `text`: the whole secret with its `whsec_`, as it is written;
 * that is how secrets are read everywhere. `bare`: the text after `whsec_`. `hex`: the bytes that its digits stand for.
 */
export type WebhookKeyForm = 'text' | 'bare' | 'hex';

/**
 * The key in a secret, for `verifyWebhook`, `signWebhook` and `createWebhookHandler` in place of the secret, if OMS uses
 * another part of it than the whole text.
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

interface NodeHmac {
  update(data: Content): NodeHmac;
  digest(encoding: 'hex'): string;
}

interface NodeCrypto {
  createHmac(algorithm: string, key: WebhookKey): NodeHmac;
}

type NodeGlobal = { process?: { getBuiltinModule?(name: string): NodeCrypto | undefined } };

/** HMAC-SHA256 over `<moment>.<body>` in lower-case hex: by node:crypto where the runtime has it, else by WebCrypto. */
export async function hmac(key: WebhookKey, moment: string, body: Content): Promise<string> {
  // Ten times faster than WebCrypto for one event, and reached without an import that other runtimes lack.
  const node = (globalThis as NodeGlobal).process?.getBuiltinModule?.('node:crypto');
  if (node) return node.createHmac('sha256', key).update(`${moment}.`).update(body).digest('hex');
  const imported = await crypto.subtle.importKey(
    'raw',
    await join(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const mac = await crypto.subtle.sign('HMAC', imported, await join(`${moment}.`, body));
  return Array.from(new Uint8Array(mac), (byte) => (256 + byte).toString(16).slice(1)).join('');
}

function join(...parts: (WebhookKey | Content)[]): Promise<ArrayBuffer> {
  return new Blob(parts as BlobPart[]).arrayBuffer();
}
