import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `createHash` of node:crypto for runtimes without it. */
export function createHash(_: 'sha256') {
  return chainOf(sha256.create());
}

/** `createHmac` of node:crypto for runtimes without it; not the code of the client, whose signatures it checks. */
export function createHmac(_: 'sha256', key: string | Uint8Array) {
  return chainOf(hmac.create(sha256, bytesOf(key)));
}

function chainOf(hash: { update(part: Uint8Array): unknown; digest(): Uint8Array }) {
  const chain = {
    update(part: string | Uint8Array) {
      hash.update(bytesOf(part));
      return chain;
    },
    digest: (_encoding: 'hex') => bytesToHex(hash.digest()),
  };
  return chain;
}

function bytesOf(part: string | Uint8Array): Uint8Array {
  return typeof part === 'string' ? utf8ToBytes(part) : Uint8Array.from(part);
}
