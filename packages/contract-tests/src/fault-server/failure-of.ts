import { scheduler } from 'node:timers/promises';
import { type CallError, OmsError } from '@oms-sdk/client';
import { expect, vi } from 'vitest';
import { canary, shown } from './canaries.js';

/** The typed error a call ends in. Fails the test when there is none, or when it shows anything that was sent. */
export async function failureOf<E extends OmsError = CallError>(call: PromiseLike<unknown>): Promise<E> {
  const error = await call.then(
    () => expect.fail('the call succeeded'),
    (reason: unknown) => reason,
  );
  expect(shown(error)).not.toContain(canary);
  if (!OmsError.is(error)) expect.fail(`the error is not typed: ${String(error)}`);
  return error as E;
}

/** What a call comes to when these milliseconds pass at once, as soon as the server has got its request. */
export async function afterTimeout<Outcome>(
  call: () => PromiseLike<Outcome>,
  requests: () => readonly unknown[],
  ms: number,
): Promise<Outcome> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const outcome = call();
    while (requests().length === 0) await scheduler.wait(1);
    await vi.advanceTimersByTimeAsync(ms);
    return await outcome;
  } finally {
    vi.useRealTimers();
  }
}
