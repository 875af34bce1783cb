import type { Output, WriteLine } from './output.js';

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
