import type { UpstreamFailure } from '../../http/relayed.js';

/** An upstream gave no response. The message holds nothing but a code of Node or a text of this package. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly failure: UpstreamFailure;

  constructor(failure: UpstreamFailure, code: string) {
    super(code);
    this.failure = failure;
  }
}

/** What an error of node:http or node:tls says of the upstream. */
export function upstreamErrorOf(error: unknown): UpstreamError {
  const { code } = error as NodeJS.ErrnoException;
  const shown = typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'no code';
  return new UpstreamError(failureOf(shown), shown);
}

function failureOf(code: string): UpstreamFailure {
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'reset';
  if (code === 'ETIMEDOUT') return 'timeout';
  return code.startsWith('HPE_') ? 'unreadable' : 'unreachable';
}
