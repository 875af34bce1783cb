import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDWR } = constants;

/** For a path that was looked at before: no link is followed, and no FIFO keeps anyone waiting. Windows has neither. */
const withoutSurprise = (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);

/** A file is not used because of what it is, or because of whose it is. The message completes `it cannot be used: …`. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';
}

/** Throws ForeignFileError for what others in a shared folder could have put there. A folder is left to who opens it. */
function refuseForeign(stats: Stats): void {
  if (stats.isDirectory()) return;
  if (stats.isSymbolicLink())
    throw new ForeignFileError('it is a link that leads nowhere, or is not followed');
  if (!stats.isFile()) throw new ForeignFileError('it is no regular file');
  if (process.geteuid === undefined) return;
  if (stats.uid !== process.geteuid()) throw new ForeignFileError('it belongs to another user');
  if ((stats.mode & 0o002) !== 0) throw new ForeignFileError('every user may write it, until a `chmod 600`');
}

/** What is at a path, without following a link; undefined for nothing. Throws ForeignFileError for what is not this user's. */
export async function lookAtOwn(path: string): Promise<Stats | undefined> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found !== undefined) refuseForeign(found);
  return found;
}

/** Opens a file of this user. It is looked at before, as to open a device may do something, and once it is open. */
export async function openOwnFile(path: string, flags: number): Promise<FileHandle> {
  await lookAtOwn(path);
  const handle = await open(path, flags | withoutSurprise, 0o600);
  try {
    refuseForeign(await handle.stat());
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Where a path leads, or the path itself when there is nothing yet. */
export function whereItLeads(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** A name beside a path that nobody can know before. */
export function asideOf(path: string): string {
  return `${path}.${randomBytes(8).toString('hex')}.tmp`;
}

/** Removes what a crash left beside a path while {@link writeWholeFile} was at work, if it is this user's. */
export async function removeAsides(path: string): Promise<void> {
  const [folder, start] = [dirname(path), `${basename(path)}.`];
  const names = await readdir(folder).catch(() => []);
  const asides = names.filter(
    (name) => name.startsWith(start) && /^[0-9a-f]{16}\.tmp$/.test(name.slice(start.length)),
  );
  for (const aside of asides.map((name) => join(folder, name))) {
    const isOwn = await lookAtOwn(aside).then(
      (found) => found?.isFile() === true,
      () => false,
    );
    if (isOwn) await unlink(aside).catch(() => undefined);
  }
}

/** A file that was written, open for more. */
interface WholeFile {
  readonly handle: FileHandle;
  /** In bytes. */
  readonly length: number;
}

const pieceLength = 1 << 20;

/** Puts a file in place of another at once: after a crash it is the old one or the new one. */
export async function writeWholeFile(path: string, parts: Iterable<string>): Promise<WholeFile> {
  const aside = asideOf(path);
  const handle = await open(aside, O_RDWR | O_APPEND | O_CREAT | O_EXCL | withoutSurprise, 0o600);
  try {
    let length = 0;
    for (const piece of pieces(parts)) {
      await handle.appendFile(piece);
      length += Buffer.byteLength(piece);
    }
    await handle.sync();
    await rename(aside, path);
    await syncFolder(dirname(path));
    return { handle, length };
  } catch (error) {
    await handle.close();
    await unlink(aside).catch(() => undefined);
    throw error;
  }
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
