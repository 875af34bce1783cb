import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { postsWithoutIdempotencyKey } from '../generated/operations.gen.js';
import type { Step } from './send.js';

const header = 'idempotency-key';

/**
 * Gives each POST an `Idempotency-Key` unless the caller set one. It stands outside retry and token refresh, so every
 * attempt of a call carries the same key. POST operations that the spec describes without the header get none.
 */
export const idempotency: Step = (next) => (request) => {
  const needsKey =
    request.method === 'POST' &&
    request.headers[header] === undefined &&
    !postsWithoutIdempotencyKey.includes(request.template);
  if (!needsKey) return next(request);
  return next({ ...request, headers: { ...request.headers, [header]: `oms-sdk-${crypto.randomUUID()}` } });
};

/**
 * Refuses a key that could not be sent unchanged: 1 to 255 visible ASCII characters are allowed.
 *
 * @throws {InvalidArgumentError}
 */
export function checkIdempotencyKey(key: string): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const shape = typeof key === 'string' ? `a string of ${key.length} characters` : `a value of type ${typeof key}`;
  throw new InvalidArgumentError(
    'idempotencyKey',
    `idempotencyKey must be 1 to 255 visible ASCII characters without spaces; got ${shape}.`,
  );
}
