import {
  AuthenticationError,
  ConfigurationError,
  ConflictError,
  InvalidArgumentError,
  NotFoundError,
  OmsError,
  RateLimitError,
  UnprocessableContentError,
} from '@oms-sdk/client';

/** What a program does about a failure. An error that is not from this SDK is rethrown. */
export function adviceFor(error: unknown): string {
  if (!OmsError.is(error)) throw error;
  if (error instanceof ConfigurationError) return `Correct the option ${error.option}, then restart.`;
  if (error instanceof InvalidArgumentError) return `A mistake in the program: ${error.argument}.`;
  if (error instanceof AuthenticationError) return 'Check key and secret; a retry does not help.';
  if (error instanceof NotFoundError) return 'It does not exist; check the id.';
  if (error instanceof ConflictError) return 'That key was already used for another write; use a new one.';
  if (error instanceof UnprocessableContentError)
    return `Not yet: ${error.code}. Let the customer complete it.`;
  if (error instanceof RateLimitError) return `Continue in ${(error.retryAfterMs ?? 60_000) / 1000} seconds.`;
  return adviceByOutcome(error);
}

/** The kind of failure matters less than whether the write happened. */
function adviceByOutcome(error: OmsError): string {
  switch (error.outcome) {
    case 'not_sent':
      return 'Nothing was sent; try again whenever you like.';
    case 'rejected':
      return 'OMS refused it and did nothing; change it before you try again.';
    case 'unknown':
      return 'OMS may have done it: make the call again later with the idempotencyKey on the error.';
  }
}
