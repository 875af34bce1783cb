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

/** What a program does about a failure. Whatever is no error of this SDK is thrown on. */
export function adviceFor(error: unknown): string {
  if (!OmsError.is(error)) throw error;
  if (error instanceof ConfigurationError) return `Set ${error.option} right, then start again.`;
  if (error instanceof InvalidArgumentError) return `A mistake in the program: ${error.argument}.`;
  if (error instanceof AuthenticationError) return 'Check key and secret; trying again does not help.';
  if (error instanceof NotFoundError) return 'There is no such thing; tell who asked for it.';
  if (error instanceof ConflictError) return 'That key was used for another write; take a new one.';
  if (error instanceof UnprocessableContentError)
    return `Not yet: ${error.code}. Let the customer complete it.`;
  if (error instanceof RateLimitError) return `Go on in ${(error.retryAfterMs ?? 60_000) / 1000} seconds.`;
  return adviceByOutcome(error);
}

/** The kind of the failure matters less than what came of the write. */
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
