import type { MaskedBody } from '../observers/masking.js';
import type { DeliveryAttempt, DeliveryFailure } from '../sandbox/webhooks/delivery-options.js';
import { isAcknowledgement } from '../sandbox/webhooks/delivery-queue.js';
import type { Violation } from '../violations/violation.js';

const failures: Readonly<Record<DeliveryFailure, string>> = {
  refused: 'refused',
  reset: 'connection reset',
  timeout: 'no response in time',
  unreachable: 'no connection',
};

/** What came of an attempt, and what follows. */
export function attemptOutcome(attempted: DeliveryAttempt): string {
  const {
    status,
    failure = 'unreachable',
    neverCalled,
    durationMs,
    state,
    retryInMs = 0,
    attempt,
  } = attempted;
  if (isAcknowledgement(status)) return `${status}  ${durationMs} ms`;
  if (neverCalled !== undefined) return `not called: ${neverCalled}`;
  const isOver = state === 'failed';
  const next = isOver
    ? `given up after ${count(attempt, 'attempt')}`
    : `again in ${shownDuration(retryInMs)}`;
  return `${status === 0 ? failures[failure] : status}, ${next}`;
}

function shownDuration(ms: number): string {
  if (ms < 60_000) return `${Math.ceil(ms / 1000)} s`;
  return ms < 3_600_000 ? `${Math.ceil(ms / 60_000)} min` : `${Math.ceil(ms / 3_600_000)} h`;
}

/** More of a body is not printed. */
const longestBody = 2000;

const notes: Readonly<Record<NonNullable<MaskedBody['note']>, string>> = {
  cut: 'cut',
  'not-json': 'not JSON, not shown',
  'too-large': 'too large to be shown',
};

/** A body in one line that steers no terminal. */
export function shownBody({ text, bytes, note }: MaskedBody): string {
  if (note !== undefined && text === '') return `(${bytes} bytes: ${notes[note]})`;
  const line = text.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, '…');
  return line.length > longestBody ? `${line.slice(0, longestBody)}… (${bytes} bytes)` : line;
}

/** A line has room for so many. */
const mostShown = 10;

export function shownViolations(violations: readonly Violation[]): string {
  const shown = [...new Set(violations.map(shownViolation))];
  const left = shown.length - mostShown;
  return [...shown.slice(0, mostShown), ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}

/** The code of a violation; of a mistake that was let through also its place, and what was probably meant. */
function shownViolation({ severity, code, location, suggestion }: Violation): string {
  if (severity !== 'warning') return code;
  const meant = suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
  return `${code} at ${location.join('.')}${meant}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
