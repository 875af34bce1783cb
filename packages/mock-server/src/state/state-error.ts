import { ForeignFileError } from './own-file.js';

/** A state file cannot be used. The message names the file and says what is wrong and what to do; it holds nothing of the content. */
export class StateError extends Error {
  override readonly name = 'StateError';
  /** The name of the file, without its folder. */
  readonly file: string;
  /** The line that is damaged, from 1, where one is to blame. */
  readonly line: number | undefined;

  constructor(
    file: string,
    problem: string,
    advice: string,
    details: { line?: number; cause?: unknown } = {},
  ) {
    const { line, cause } = details;
    const place = line === undefined ? file : `${file}, line ${line}`;
    super(`The state file ${place}: ${problem}. ${advice}.`, cause === undefined ? {} : { cause });
    this.file = file;
    this.line = line;
  }
}

/** Why no more fits. */
const full: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may store no more',
  EFBIG: 'it may grow no more',
};

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read and write it',
  EPERM: 'this user may not read and write it',
  EROFS: 'its file system is read-only',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  ELOOP: 'it is a link that leads nowhere, or is not followed',
  ...full,
};

/** What Node says of a file, as a StateError; any other StateError stays as it is. */
export function stateErrorOf(file: string, error: unknown): StateError {
  if (error instanceof StateError) return error;
  const { code = 'unknown reason', message } = error as NodeJS.ErrnoException;
  const isForeign = error instanceof ForeignFileError;
  const reason = isForeign ? message : (reasons[code] ?? `it cannot be used (${code})`);
  const advice = Object.hasOwn(full, code)
    ? 'Make room and start the server again: what was acknowledged is in the file'
    : 'Give the path of a file that can be read and written';
  return new StateError(file, reason, advice, { cause: error });
}
