/** A body, or its beginning and what follows. */
export interface Beginning {
  readonly body: Uint8Array;
  readonly rest?: AsyncIterable<Uint8Array>;
}

/** Reads a body until it is over or longer than `limit` bytes. */
export async function readBeginning(chunks: AsyncGenerator<Uint8Array>, limit: number): Promise<Beginning> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    parts.push(next.value);
    length += next.value.byteLength;
    if (length > limit) return { body: Buffer.concat(parts), rest: chunks };
  }
  return { body: Buffer.concat(parts) };
}
