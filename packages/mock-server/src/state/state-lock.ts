import { constants, readFileSync } from 'node:fs';
import { link, rename, unlink, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { scheduler } from 'node:timers/promises';
import { asideOf, ForeignFileError, openOwnFile } from './own-file.js';
import { StateError } from './state-error.js';

/** A server that was just killed may need a moment to be gone. */
const [attempts, pauseMs] = [6, 50];

/** Keeps a state file to one server. The lock of a process that ended, however it ended, does not count. */
export class StateLock {
  readonly #path: string;
  readonly #text: string;

  private constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  /** Throws StateError when another server has the file. */
  static async take(file: string): Promise<StateLock> {
    const path = `${file}.lock`;
    const lock = new StateLock(path, `${process.pid} ${processMark(process.pid)} ${Math.random()}`);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await lock.#place()) return lock;
      const owner = await readOwner(path);
      if (owner !== undefined && isStale(owner)) await lock.#remove(owner);
      else await scheduler.wait(pauseMs);
    }
    const advice = `Stop that server or use another file. If no server is running, delete ${basename(path)}`;
    throw new StateError(basename(file), 'another server uses it', advice);
  }

  async release(): Promise<void> {
    await this.#remove(this.#text);
  }

  /** A lock appears together with its content: a file that is written first and linked then. */
  async #place(): Promise<boolean> {
    const own = asideOf(this.#path);
    await writeFile(own, this.#text, { mode: 0o600, flag: 'wx' });
    try {
      await link(own, this.#path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await unlink(own);
    }
  }

  /** Removes the lock if it is still this one; what another server placed meanwhile is put back. */
  async #remove(text: string): Promise<void> {
    const aside = asideOf(this.#path);
    const isMoved = await rename(this.#path, aside).then(
      () => true,
      () => false,
    );
    if (!isMoved) return;
    if ((await readOwner(aside)) !== text) await link(aside, this.#path).catch(() => undefined);
    await unlink(aside);
  }
}

/** More bytes than a lock ever has. */
const longestOwner = 200;

/** What a lock says; undefined when it is gone. Throws StateError for a lock that no server of this user left. */
async function readOwner(path: string): Promise<string | undefined> {
  try {
    const handle = await openOwnFile(path, constants.O_RDONLY);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(longestOwner), 0, longestOwner, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof ForeignFileError)) return undefined;
    const lock = basename(path);
    const problem = `its lock cannot be used: ${error.message}`;
    throw new StateError(
      lock.slice(0, lock.lastIndexOf('.lock')),
      problem,
      `Remove ${lock}, or use another file`,
    );
  }
}

function isStale(owner: string): boolean {
  const [pid, mark = ''] = owner.split(' ');
  return !/^[1-9][0-9]*$/.test(pid ?? '') || !isRunning(Number(pid), mark);
}

/**
 * What distinguishes a process from a later one with the same id: when it began, where the system says so. One that was killed and
 * that its parent has not reaped yet counts as gone.
 */
export function processMark(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state = '', ...rest] = stat
      .slice(stat.lastIndexOf(')') + 1)
      .trim()
      .split(' ');
    return 'ZX'.includes(state) ? '' : (rest[18] ?? '');
  } catch {
    return '';
  }
}

/** Whether the process that left this id and mark still runs. */
function isRunning(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return processMark(pid) === mark;
}
