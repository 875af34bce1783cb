import { ConfigurationError, InvalidArgumentError } from '../errors/oms-error.js';
import { postsWithoutIdempotencyKey } from '../generated/operations.gen.js';
import { shapeOf } from '../request/check-value.js';
import { idempotencyKeyOf, type RequestRecord, type Step } from '../request/pipeline.js';

/**
 * Adds an `Idempotency-Key` to each POST unless the caller set one, as an option or as a header. It stands outside retry
 * and token refresh, so every attempt of a call has the same key. POST operations that the spec describes without the
 * header get none.
 *
 * @throws {InvalidArgumentError} for a caller's key that could not be sent unchanged.
 */
export const idempotency: Step = (next) => (request) => {
  const given = idempotencyKeyOf(request);
  if (given !== undefined) checkKey(given);
  if (given !== undefined || !needsKey(request)) return next(request);
  const headers = { 'idempotency-key': `oms-sdk-${newUuid()}`, ...request.headers };
  return next({ ...request, headers });
};

function needsKey({ method, template }: RequestRecord): boolean {
  return method === 'POST' && !postsWithoutIdempotencyKey.includes(template);
}

/** A random UUID; pages on plain http have no `randomUUID`, and a runtime without both cannot make a key nobody else has. */
function newUuid(): string {
  const { crypto } = globalThis as { crypto?: Partial<Crypto> };
  if (typeof crypto?.randomUUID === 'function') return crypto.randomUUID();
  if (typeof crypto?.getRandomValues === 'function') {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-');
  }
  throw new ConfigurationError(
    'crypto',
    'This runtime has no crypto.getRandomValues to make an idempotency key with: provide globalThis.crypto, or pass idempotencyKey.',
  );
}

function checkKey(key: unknown): void {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return;
  throw new InvalidArgumentError(
    'idempotencyKey',
    `idempotencyKey must be 1 to 255 visible ASCII characters without spaces; got ${shapeOf(key)}.`,
  );
}
