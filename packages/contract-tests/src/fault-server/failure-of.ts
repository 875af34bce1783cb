import { type CallError, OmsError } from '@oms-sdk/client';
import { expect } from 'vitest';
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
