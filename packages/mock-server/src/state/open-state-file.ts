import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { type ReadState, readState } from './read-state.js';
import { StateLines } from './state-lines.js';
import { writeWholeFile } from './write-whole-file.js';

/** A state file, open for more lines. */
export interface OpenStateFile extends ReadState {
  readonly handle: FileHandle;
}

/** Opens a state file, or begins one. Throws StateError for a damaged one, which it leaves as it is. */
export async function openStateFile(name: string, path: string): Promise<OpenStateFile> {
  if (await isEmpty(path)) await writeWholeFile(path, new StateLines().file([]));
  const handle = await open(path, 'a+', 0o600);
  try {
    return { handle, ...(await prepared(name, path, handle)) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The state in a file, from which a line that was never finished is taken away. */
async function prepared(name: string, path: string, handle: FileHandle): Promise<ReadState> {
  const bytes = await readFile(path);
  const state = readState(name, bytes);
  if (state.length < bytes.length) {
    await handle.truncate(state.length);
    await handle.datasync();
  }
  await handle.chmod(0o600);
  return state;
}

/** A file without a byte is as good as none: there is nothing in it to lose. */
async function isEmpty(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found === undefined || (found.isFile() && found.size === 0);
}
