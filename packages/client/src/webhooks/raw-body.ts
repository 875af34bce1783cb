import { WebhookError } from './webhook-error.js';

/** A body as it came, not parsed. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** Bytes as WebCrypto takes them. TypeScript before 5.7 does not know `Uint8Array<ArrayBuffer>`, which says the same. */
export type Bytes = Uint8Array & { readonly buffer: ArrayBuffer };

/** The bytes of a raw body. */
export function toBytes(body: RawBody): Bytes {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (body instanceof Uint8Array) return body as Bytes;
  throw new WebhookError(
    'body-not-raw',
    `The body must be the raw text or bytes of the request; got ${describe(body)}. A parsed body cannot be verified, for its bytes are gone: read the body before a JSON parser does.`,
  );
}

function describe(body: unknown): string {
  if (body === null) return 'null';
  return typeof body === 'object' ? 'an object, as a JSON parser makes it' : typeof body;
}
