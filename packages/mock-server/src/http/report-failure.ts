import { StateError } from '../state/state-error.js';

/** What every request runs into is reported once. */
const reported = new WeakSet<StateError>();

/** Warns on stderr about an error nobody expected: its kind and place, not its text, which may hold PII. */
export function reportFailure(error: unknown): void {
  if (error instanceof StateError) {
    if (!reported.has(error)) process.emitWarning(error.message, { code: 'OMS_MOCK_FAILED' });
    reported.add(error);
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  const kind = error instanceof Error ? error.name : typeof error;
  process.emitWarning([`The mock server failed: ${kind}`, ...frames].join('\n'), { code: 'OMS_MOCK_FAILED' });
}
