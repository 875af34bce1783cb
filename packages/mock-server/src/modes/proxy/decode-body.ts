import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { UnreadableBody } from '../../http/message.js';

type Decode = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gunzip: Decode = promisify(zlib.gunzip);
const inflate: Decode = promisify(zlib.inflate);
const inflateRaw: Decode = promisify(zlib.inflateRaw);

/** RFC 9110, section 8.4.1. Some servers send `deflate` without the zlib frame around it. */
const decoders = new Map<string, Decode>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', promisify(zlib.brotliDecompress)],
  ['deflate', (body, options) => (((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(body, options)],
]);

const mostCodings = 3;

/** Undoes the content codings of a body of at most `limit` bytes, as long as what comes out is no larger either. */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  limit: number,
): Promise<Uint8Array | UnreadableBody> {
  const codings = codingsIn(contentEncoding);
  if (body.byteLength > limit) return 'too-large';
  if (codings.length > mostCodings) return 'undecodable';
  if (body.byteLength === 0) return body;
  let plain = body;
  try {
    for (const coding of codings.reverse()) {
      const decode = decoders.get(coding);
      if (decode === undefined) return 'undecodable';
      plain = await decode(plain, { maxOutputLength: limit });
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'undecodable';
  }
  return plain;
}

function codingsIn(contentEncoding = ''): string[] {
  const codings = contentEncoding.split(',').map((coding) => coding.trim().toLowerCase());
  return codings.filter((coding) => coding !== '' && coding !== 'identity');
}
