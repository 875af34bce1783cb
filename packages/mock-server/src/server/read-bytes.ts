import type { IncomingMessage } from 'node:http';

/** Reads a body until it is over or longer than `limit`; undefined when the client hangs up first. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Destroying the request at the limit would take the answer with it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      chunks.push(chunk as Uint8Array);
      length += (chunk as Uint8Array).byteLength;
      if (length > limit) break;
    }
  } catch {
    return undefined;
  }
  // What is left is read and dropped, so that the client gets to read its answer.
  request.resume();
  return Buffer.concat(chunks);
}
