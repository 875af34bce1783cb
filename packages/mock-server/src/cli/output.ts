import type { MaskedBody } from '../observers/masking.js';
import type { Observer } from '../observers/observer.js';
import { isAcknowledgement } from '../sandbox/webhooks/delivery-queue.js';
import { countBySeverity } from '../violations/code-table.js';
import type { Violation } from '../violations/violation.js';
import type { CommandOptions } from './command-options.js';
import { attemptOutcome, count, shownBody, shownViolations } from './line-parts.js';

/** What the command reports while it runs. */
export interface Output extends Required<Observer> {
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
  /** The address of the page. */
  readonly studio: string;
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
  { log: wanted, quiet }: Pick<CommandOptions, 'log' | 'quiet'>,
): Output {
  const log = quiet && wanted === 'all' ? 'violations' : wanted;
  if (log === 'all') return output;
  return {
    started: (server) => output.started(server),
    exchanged(request, violations, whole) {
      const isWrong = violations.length > 0 || request.upstreamFailure !== undefined;
      if (log === 'violations' && isWrong) output.exchanged(request, violations, whole);
    },
    delivered(violations) {
      if (log === 'violations') output.delivered(violations);
    },
    attempted(attempt, shown) {
      if (log === 'violations' && !isAcknowledgement(attempt.status)) output.attempted(attempt, shown);
    },
    madeUncalled(endpoint) {
      if (log === 'violations') output.madeUncalled(endpoint);
    },
    stopped(totals) {
      if (!quiet) output.stopped(totals);
    },
  };
}

/** One JSON object a line, each with an `event`. */
export function jsonOutput(writeLine: WriteLine, { hasBodies }: Pick<HumanOutputStyle, 'hasBodies'>): Output {
  const write = (event: string, rest: object) => writeLine(JSON.stringify({ event, ...rest }));
  return {
    started: ({ firstCall: _, ...server }) => write('started', server),
    exchanged(request, violations, { shownBodies }) {
      write('request', { ...request, ...(hasBodies && { bodies: shownBodies() }) });
      for (const violation of violations) write('violation', violation);
    },
    delivered(violations) {
      for (const violation of violations) write('violation', violation);
    },
    attempted: ({ event: name, ...attempt }, shown) =>
      write('attempt', { name, ...attempt, ...(hasBodies && { body: shown().request.body }) }),
    madeUncalled: (endpoint) => write('endpoint', endpoint),
    stopped: (totals) => write('stopped', totals),
  };
}

/** How human output looks. */
interface HumanOutputStyle {
  readonly hasColour: boolean;
  /** Shows no more than the address when it starts. */
  readonly isQuiet: boolean;
  /** Whether bodies are shown. */
  readonly hasBodies: boolean;
}

const colours = { green: 32, yellow: 33, red: 31 };

/** Lines for people: where the server is, then one line for each request. */
export function humanOutput(writeLine: WriteLine, style: HumanOutputStyle): Output {
  const { hasColour, isQuiet, hasBodies } = style;
  const writeBody = (sign: string, body: MaskedBody) => {
    if (body.bytes > 0) writeLine(`    ${sign} ${shownBody(body)}`);
  };
  const paint = (colour: keyof typeof colours, text: string) => {
    return hasColour ? `\u001b[${colours[colour]}m${text}\u001b[39m` : text;
  };
  const outcome = (violations: readonly Violation[], failure?: string) => {
    const { errors, warnings } = countBySeverity(violations);
    const codes = shownViolations(violations);
    const found = [failure === undefined ? '' : `upstream ${failure}`, codes].filter((part) => part !== '');
    if (found.length === 0) return paint('green', 'contract ok');
    if (errors > 0) return paint('red', `✗ ${found.join(', ')}`);
    if (warnings > 0 || failure !== undefined) return paint('yellow', `! ${found.join(', ')}`);
    return paint('green', `contract ok (notice: ${codes})`);
  };
  return {
    started({ url, upstream, studio, firstCall }) {
      const place = upstream === undefined ? url : `${url} and forwards to ${upstream}`;
      writeLine(isQuiet ? url : `oms-mock listening on ${place}  Studio: ${studio}  Try: ${firstCall}`);
    },
    exchanged({ method, path, status, upstreamFailure, faults }, violations, { shownBodies }) {
      const injected = faults === undefined ? '' : `  injected: ${faults.join(', ')}`;
      const shown = outcome(violations, upstreamFailure);
      writeLine(`${method} ${path} → ${status}  ${shown}${injected}`);
      if (!hasBodies) return;
      const { request, response } = shownBodies();
      writeBody('>', request);
      writeBody('<', response);
    },
    delivered(violations) {
      const [first] = violations;
      if (first !== undefined) writeLine(`event ${first.path}  ${outcome(violations)}`);
    },
    attempted(attempt, shown) {
      const became = attemptOutcome(attempt);
      const colour = isAcknowledgement(attempt.status) ? 'green' : 'yellow';
      writeLine(`→ ${attempt.event}  ${attempt.url}  ${paint(colour, became)}`);
      if (hasBodies) writeBody('>', shown().request.body);
    },
    madeUncalled({ url, neverCalled }) {
      const place = url === undefined ? '' : ` ${url}`;
      writeLine(paint('yellow', `! the webhook endpoint${place} is never called: ${neverCalled}`));
    },
    stopped({ requests, violations, warnings, notices }) {
      const all = [count(requests, 'request'), count(violations, 'violation')];
      if (warnings > 0) all.push(count(warnings, 'warning'));
      if (notices > 0) all.push(count(notices, 'notice'));
      writeLine(all.join(', '));
    },
  };
}

/** Whether to print in colours: in terminals only, and not where `NO_COLOR` has a value (no-color.org). */
export function hasColour(
  { isTTY }: { readonly isTTY?: boolean | undefined },
  { NO_COLOR }: { readonly NO_COLOR?: string | undefined },
): boolean {
  return isTTY === true && !NO_COLOR;
}
