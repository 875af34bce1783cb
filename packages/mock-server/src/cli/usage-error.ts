import { FaultRuleError } from '../faults/fault-rule.js';
import { OwnUpstreamError } from '../modes/proxy/upstream.js';
import { SeedDataError } from '../sandbox/seed/seed-data.js';
import { SpecError } from '../spec/spec-error.js';
import { ForeignFileError } from '../state/own-file.js';
import { StateError } from '../state/state-error.js';
import type { CommandOptions } from './command-options.js';

/** The command cannot run like this. The message is one sentence for the person at the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const ofAddress: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is already in use; choose another port with --port, or 0 for a free one',
  EACCES: 'may not be used by this user; choose a port above 1023 with --port',
  EADDRNOTAVAIL: 'is no address of this machine; choose another with --host',
  ENOTFOUND: 'is not a known host; choose another with --host',
  EAI_AGAIN: 'is not a known host; choose another with --host',
};

const ofReport: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not write it',
};

/** Why the server cannot run, as one sentence; what has nothing to do with what was asked comes back as it is. */
export function startFailure(error: unknown, { host, port, report }: CommandOptions): unknown {
  if (error instanceof SpecError || error instanceof StateError)
    return new UsageError(error.message.replace(/\s+/g, ' '));
  if (error instanceof SeedDataError) return new UsageError(error.message.replace(/[^?]$/, '$&.'));
  if (error instanceof FaultRuleError) return faultUsage(error);
  if (error instanceof OwnUpstreamError) return new UsageError(`${error.message}.`);
  if (error instanceof ForeignFileError)
    return new UsageError(`The report ${report} cannot be written: ${error.message}.`);
  const { code = '', syscall, path } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  if (path !== undefined && report !== undefined)
    return new UsageError(`The report ${report} cannot be written: ${ofReport[code] ?? code}.`);
  return new UsageError(`Address ${host}:${port} ${ofAddress[code] ?? `cannot be used (${code})`}.`);
}

/** A rule that cannot be used, as a mistake in the command; any other error comes back as it is. */
export function faultUsage(error: unknown): unknown {
  return error instanceof FaultRuleError
    ? new UsageError(error.message.replace('Fault rule', '--fault'))
    : error;
}
