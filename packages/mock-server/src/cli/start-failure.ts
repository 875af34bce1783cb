import { SpecError } from '../spec/spec-error.js';
import { UsageError } from './usage-error.js';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is already in use; choose another port with --port, or 0 for a free one',
  EACCES: 'may not be used by this user; choose a port above 1023 with --port',
  EADDRNOTAVAIL: 'is no address of this machine; choose another with --host',
  ENOTFOUND: 'is not a known host; choose another with --host',
  EAI_AGAIN: 'is not a known host; choose another with --host',
};

/** Why the server cannot start, as one sentence; what has nothing to do with spec and address comes back as it is. */
export function startFailure(error: unknown, { host, port }: { host: string; port: number }): unknown {
  if (error instanceof SpecError) return new UsageError(error.message.replace(/\s+/g, ' '));
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  return new UsageError(`Address ${host}:${port} ${reasons[code ?? ''] ?? `cannot be had (${code})`}.`);
}
