import type { ApiResponse } from '../../http/api-response.js';
import type { RawRequest } from '../../http/raw-request.js';
import { refuse } from '../../http/refusal.js';
import type { UpstreamFailure } from '../../http/relayed.js';
import type { UpstreamError } from './upstream-error.js';

const messages: Readonly<Record<UpstreamFailure, string>> = {
  unreachable: 'The upstream cannot be reached',
  reset: 'The upstream broke the connection',
  timeout: 'The upstream did not respond in time',
  unreadable: 'The upstream does not speak HTTP',
};

/** The response in place of one that did not come. It says by a header that it is not of the upstream. */
export function failureResponse(
  { id, signal }: RawRequest,
  { failure, message: code }: UpstreamError,
): ApiResponse {
  if (signal?.aborted === true) return unsent;
  const response = refuse(id, {
    status: failure === 'timeout' ? 504 : 502,
    message: `${messages[failure]} (${code}).`,
    headers: { 'x-oms-upstream-failure': failure },
  });
  return { ...response, upstreamFailure: failure };
}

/** For a client that is gone. */
const unsent: ApiResponse = {
  status: 499,
  headers: {},
  body: '',
  isUnjudged: true,
  cut: { how: 'reset', afterBytes: undefined },
};
