import type { Readable, Transform } from 'node:stream';
import { builtin } from './builtin.js';

/** More codings than this on one response are an attack on the memory. */
const mostCodings = 5;

/** The body without its codings; as it came when there is one that is not known, as `fetch` does. */
export function decompress(body: Readable, contentEncoding: string | null): Readable {
  const codings = (contentEncoding ?? '').toLowerCase().match(/[^\s,]+/g) ?? [];
  const applied = codings.filter((coding) => coding !== 'identity').reverse();
  if (applied.length === 0 || applied.length > mostCodings) return body;
  const decoders = applied.map(decoderOf);
  if (decoders.includes(undefined)) return body;
  const { pipeline } = builtin('node:stream');
  return pipeline([body, ...(decoders as Transform[])], () => undefined) as unknown as Readable;
}

/** Like `fetch`, it takes a stream without its last bytes: what frames the response says whether it is whole. */
function decoderOf(coding: string) {
  const { createBrotliDecompress, createGunzip, createInflate, constants } = builtin('node:zlib');
  const lenient = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip(lenient);
  if (coding === 'deflate') return createInflate(lenient);
  return coding === 'br' ? createBrotliDecompress() : undefined;
}
