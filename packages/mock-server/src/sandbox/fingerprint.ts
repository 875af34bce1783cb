import { sha256 } from './sha256.js';

const encoder = new TextEncoder();

/** A hash of texts: what was kept under it can be recognised and not read. */
export function fingerprint(...parts: readonly string[]): string {
  return sha256(encoder.encode(parts.map((part) => `${part.length}:${part}`).join('')));
}
