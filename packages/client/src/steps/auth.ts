import { ConfigurationError } from '../errors/configuration-error.js';
import { operationsWithoutToken } from '../generated/operations.gen.js';
import type { CallLimits, ReceivedResponse, RequestRecord, Step } from '../request/pipeline.js';
import { isVisibleAscii } from '../request/visible-ascii.js';
import type { TokenSource } from '../token/exchanged-token.js';
import { waitForToken } from './wait-for-token.js';

/**
 * Adds the bearer token. A 401 discards the token that was used and repeats the request once with another one; a
 * second 401 of the same call, also after a retry, is final. Operations that need no token are left alone.
 */
export function auth(tokens: TokenSource): Step {
  return (next) => {
    // All attempts of a call have the same limits, which know it by their identity.
    const refused = new WeakSet<CallLimits>();
    const sendWithToken = async (request: RequestRecord): Promise<ReceivedResponse> => {
      const token = await waitForToken(tokens, request);
      const received = await next(withToken(request, token));
      if (received.response.status !== 401 || refused.has(request.limits)) return received;
      refused.add(request.limits);
      tokens.discard(token);
      const other = await waitForToken(tokens, request);
      return other === token ? received : next(withToken(request, other));
    };
    return (request) =>
      operationsWithoutToken.includes(request.operation) ? next(request) : sendWithToken(request);
  };
}

/** Written out, because copying with `...` costs more than the rest of the step. */
function withToken(request: RequestRecord, token: string): RequestRecord {
  if (!isVisibleAscii(token)) {
    throw new ConfigurationError('token', 'The token must be a string of visible ASCII characters.');
  }
  const { method, template, operation, url, headers, body, attempt, limits, middleware } = request;
  return { method, template, operation, url, headers, body, token, attempt, limits, middleware };
}
