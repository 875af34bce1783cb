import type { ApiResult } from '../calls/api-promise.js';
import { recordAttempts } from '../errors/call-error.js';
import { OmsError } from '../errors/oms-error.js';
import { ResponseError } from '../errors/response-error.js';
import { isVisibleAscii } from '../request/visible-ascii.js';

/** A bearer token as the exchange gave it. */
export interface IssuedToken {
  /** Visible ASCII, so that it can be a header. */
  readonly accessToken: string;
  /** Seconds the token lives, counted from the moment it was received. */
  readonly expiresIn: number;
}

/** A year in seconds. More than that is another unit or a point in time, and would keep a dead token in use. */
const longestLife = 31_536_000;

/**
 * The parts of a token response that the client lives on, checked.
 *
 * @throws {ResponseError} naming the field, never its value.
 */
export function readIssuedToken({
  data,
  response,
  requestId,
}: Omit<ApiResult<IssuedToken>, 'attempts'>): IssuedToken {
  const { accessToken, expiresIn } = data;
  if (isUsableToken(data)) return { accessToken, expiresIn };
  const { status } = response;
  const field = isVisibleAscii(accessToken) ? 'expiresIn' : 'accessToken';
  const message = `POST /auth/token: the response with status ${status} has no usable ${field}.`;
  const details = { reason: 'invalid-token', status, requestId, idempotencyKey: undefined } as const;
  const error = new ResponseError(message, details);
  const { name, outcome } = error;
  throw recordAttempts(error, [{ status, error: name, outcome, requestId, delayMs: undefined }]);
}

/** Whether a token can be sent and its life can be relied on. */
export function isUsableToken(token: { accessToken?: unknown; expiresIn?: unknown }): token is IssuedToken {
  const { accessToken, expiresIn } = token;
  return (
    isVisibleAscii(accessToken) && typeof expiresIn === 'number' && expiresIn > 0 && expiresIn <= longestLife
  );
}

/** Whatever became of an exchange, the call that waited for it was not sent. A refusal stays one. */
export function asUnsent(error: unknown): never {
  throw error instanceof OmsError && error.outcome === 'unknown'
    ? Object.assign(error, { outcome: 'not_sent' })
    : error;
}
