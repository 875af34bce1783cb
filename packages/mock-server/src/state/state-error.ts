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

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read and write it',
  EPERM: 'this user may not read and write it',
  EROFS: 'its file system is read-only',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  ENOSPC: 'the disk is full',
};

/** What Node says of a file, as a StateError; any other StateError stays as it is. */
export function stateErrorOf(file: string, error: unknown): StateError {
  if (error instanceof StateError) return error;
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
  const reason = reasons[code] ?? `it cannot be used (${code})`;
  return new StateError(file, reason, 'Give the path of a file that can be read and written', {
    cause: error,
  });
}
