import { InvalidArgumentError } from '@oms-sdk/client';
import { expect } from 'vitest';
import type { faultyClient } from './faulty-client.js';
import type { ReceivedRequest } from './received-request.js';

type Setup = Awaited<ReturnType<typeof faultyClient>>;

/**
 * What the server received of a call, once and whole; `undefined` when the call was refused with a typed error and
 * nothing was sent. Anything else fails the test.
 */
export async function sentOrRefused(
  { server }: Pick<Setup, 'server'>,
  call: () => PromiseLike<unknown>,
): Promise<ReceivedRequest | undefined> {
  const before = server.requests.length;
  const error = await call().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const sent = server.requests.slice(before);
  if (error === undefined) {
    expect(sent).toHaveLength(1);
    return sent[0];
  }
  if (!(error instanceof InvalidArgumentError)) throw error;
  expect(sent).toEqual([]);
  return undefined;
}
