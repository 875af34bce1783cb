import type { Observer } from '../observers/observer.js';
import type { CommandOptions } from './command-options.js';

/** What the command tells while it runs. */
export interface Output extends Observer {
  started(server: StartedServer): void;
  stopped(totals: Totals): void;
}

/** What is known once the server listens. */
interface StartedServer {
  readonly url: string;
  readonly version: string;
  readonly mode: CommandOptions['mode'];
  /** Where a proxy passes requests on to. */
  readonly upstream?: string;
  /** A command to try. */
  readonly firstCall: string;
}

/** How much went through. */
interface Totals {
  readonly requests: number;
  /** Those of severity `error`. */
  readonly violations: number;
  readonly warnings: number;
  readonly notices: number;
}

/** Writes one line. */
export type WriteLine = (line: string) => void;

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

/** One JSON object a line, each with an `event`. */
export function jsonOutput(writeLine: WriteLine): Output {
  const write = (event: string, rest: object) => writeLine(JSON.stringify({ event, ...rest }));
  return {
    started: ({ firstCall: _, ...server }) => write('started', server),
    exchanged(request, violations) {
      write('request', request);
      for (const violation of violations) write('violation', violation);
    },
    delivered(violations) {
      for (const violation of violations) write('violation', violation);
    },
    stopped: (totals) => write('stopped', totals),
  };
}
