import { sha256 } from './sha256.js';

const encoder = new TextEncoder();

/** A hash of texts and bytes: what was kept under it can be recognised and not read. */
export function fingerprint(...parts: readonly (string | Uint8Array)[]): string {
  const chunks = parts.flatMap((part) => {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    return [encoder.encode(`${bytes.length}:`), bytes];
  });
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return sha256(all);
}
