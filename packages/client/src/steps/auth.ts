import { ConfigurationError } from '../errors/oms-error.js';
import { operationsWithoutToken } from '../generated/operations.gen.js';
import { isVisibleAscii } from '../request/check-value.js';
import type { ReceivedResponse, RequestRecord, Step } from '../request/pipeline.js';
import type { TokenSource } from '../token/exchanged-token.js';
import { withinDeadline } from './timeout.js';

/**
 * Adds the bearer token. A 401 discards the token that was used and resends the request once with another one; a
 * second 401 of the same call, also after a retry, is final. Operations that need no token and requests that have
 * one are left alone. Without a source of tokens, which is how the token itself is requested, the step does nothing.
 */
export function auth(tokens: TokenSource | undefined): Step {
  return (next) => {
    if (tokens === undefined) return next;
    const sendWithToken = async (request: RequestRecord): Promise<ReceivedResponse> => {
      const token = await waitForToken(tokens, request);
      const received = await next(withToken(request, token));
      if (received.response.status !== 401 || request.memory.hasRenewedToken) return received;
      request.memory.hasRenewedToken = true;
      tokens.discard(token);
      const other = await waitForToken(tokens, request);
      return other === token ? received : next(withToken(request, other));
    };
    return (request) =>
      request.token !== undefined || operationsWithoutToken.includes(request.operation)
        ? next(request)
        : sendWithToken(request);
  };
}

/**
 * A token for this request. A shared exchange goes on for the other callers when this one aborts or its deadline passes;
 * this one stops waiting at once.
 */
function waitForToken(tokens: TokenSource, request: RequestRecord): string | Promise<string> {
  const { signal } = request.limits;
  if (signal?.aborted === true) throw signal.reason;
  const token = tokens.get(request);
  return typeof token === 'string' ? token : settle(token, request);
}

/** A function that has its token at hand needs no timer, which would cost more than the rest of this step. */
async function settle(token: Promise<string>, request: RequestRecord): Promise<string> {
  let isSettled = false;
  const onSettled = () => {
    isSettled = true;
  };
  // Also where the function has aborted this call, and nothing else handles its failure.
  token.then(onSettled, onSettled);
  await undefined;
  return isSettled ? token : withinDeadline(request, () => token, 'not_sent');
}

function withToken(request: RequestRecord, token: string): RequestRecord {
  if (isVisibleAscii(token)) return { token, ...request };
  throw new ConfigurationError('token', 'The token must be a string of visible ASCII characters.');
}
