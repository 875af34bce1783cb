import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same id: when it began, where the system says so. One that was killed and
 * that its parent has not buried yet counts as gone.
 */
export function processMark(pid: number): string {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(/\)(?!.*\))/s);
    const [state = '', ...rest] = fields.trim().split(' ');
    return 'ZX'.includes(state) ? '' : (rest[18] ?? '');
  } catch {
    return '';
  }
}

/** Whether the process that left this id and mark still runs. */
export function isRunning(pid: number, mark: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return processMark(pid) === mark;
}
