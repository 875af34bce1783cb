import type { IncomingMessage } from 'node:http';

/** Reads a body until it is over or longer than `limit`; undefined when the client hangs up first. */
export function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return new Promise((resolve) => {
    const finish = () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    request.on('data', (chunk: Uint8Array) => {
      // What is over the limit is read and dropped, so that the client gets to read its response.
      if (length > limit) return;
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > limit) finish();
    });
    request.once('end', finish).once('close', () => resolve(undefined));
    request.on('error', () => resolve(undefined));
  });
}
