import type { CommandOptions } from './command-options.js';
import type { Output } from './output.js';

/** An output that leaves out exchanges: all of them, or those in which nothing went wrong. */
export function filteredOutput(output: Output, log: CommandOptions['log']): Output {
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
    stopped: (totals) => output.stopped(totals),
  };
}
