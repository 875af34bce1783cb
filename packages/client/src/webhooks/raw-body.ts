import { WebhookError } from './webhook-error.js';

/** A body as it arrived, not parsed: text, bytes, or a `Request` that nobody has read yet. */
export type RawBody = string | ArrayBufferView | ArrayBuffer | { arrayBuffer(): Promise<ArrayBuffer> };

/** A raw body that was read. */
export type Content = string | DataView;

/** A method that TypeScript knows as of ES2024. */
type WellFormed = { isWellFormed?(): boolean };

/** The text or the bytes of a raw body. */
export async function readRaw(body: RawBody): Promise<Content> {
  try {
    // Encoded, a lone surrogate is U+FFFD: two texts would have one signature. Browsers from before 2023 have no such method.
    if (typeof body === 'string' && (body as WellFormed).isWellFormed?.() !== false) return body;
    const bytes = (await ((body as Partial<Request>).arrayBuffer?.() ?? body)) as DataView;
    // Takes buffers of any realm, which some test runners have several of, and throws at everything else.
    return new DataView(bytes.buffer ?? bytes, bytes.byteOffset, bytes.byteLength);
  } catch {
    throw new WebhookError('body-not-raw', 'The body was parsed or already read.');
  }
}

/** The text of a body; where its bytes are not UTF-8, it throws if it is `fatal`, and else replaces them. */
export function textOf(body: Content, fatal: boolean): string {
  return typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal }).decode(body);
}
