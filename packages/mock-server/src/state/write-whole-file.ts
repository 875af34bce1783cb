import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

const pieceLength = 1 << 20;

/** Replaces a file at once: after a crash it is the old one or the new one. Returns the length in bytes. */
export async function writeWholeFile(path: string, parts: Iterable<string>): Promise<number> {
  const aside = `${path}.tmp`;
  const handle = await open(aside, 'w', 0o600);
  let length = 0;
  try {
    for (const piece of pieces(parts)) length += (await handle.write(piece)).bytesWritten;
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, path);
  await syncFolder(dirname(path));
  return length;
}

function* pieces(parts: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const part of parts) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** Makes a rename outlive a crash. Windows cannot open a folder, and needs no such thing. */
async function syncFolder(path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    await handle.sync();
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle?.close();
  }
}
