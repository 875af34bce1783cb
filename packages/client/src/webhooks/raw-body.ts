import { WebhookError } from './webhook-error.js';

/** A body as it came, not parsed. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** The bytes of a raw body. */
export function toBytes(body: RawBody): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (body instanceof Uint8Array) return body as Uint8Array<ArrayBuffer>;
  throw new WebhookError(
    'body-not-raw',
    `The body must be the raw text or bytes of the request; got ${describe(body)}. A parsed body cannot be verified, for its bytes are gone: read the body before a JSON parser does.`,
  );
}

function describe(body: unknown): string {
  if (body === null) return 'null';
  return typeof body === 'object' ? 'an object, as a JSON parser makes it' : typeof body;
}
