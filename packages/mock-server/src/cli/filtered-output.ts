import type { CommandOptions } from './command-options.js';
import type { Output } from './output.js';

/** An output that leaves out exchanges, all of them or those in which nothing went wrong, and when quiet the totals. */
export function filteredOutput(
  output: Output,
  { log: asked, quiet }: Pick<CommandOptions, 'log' | 'quiet'>,
): Output {
  const log = quiet && asked === 'all' ? 'violations' : asked;
  if (log === 'all') return output;
  return {
    started: (server) => output.started(server),
    exchanged(request, violations) {
      const isWrong = violations.length > 0 || request.upstreamFailure !== undefined;
      if (log === 'violations' && isWrong) output.exchanged(request, violations);
    },
    delivered(violations) {
      if (log === 'violations') output.delivered(violations);
    },
    stopped(totals) {
      if (!quiet) output.stopped(totals);
    },
  };
}
