import type { Content } from './raw-body.js';
import type { WebhookKey } from './secret.js';

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
