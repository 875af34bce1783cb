import type { ApiResponse } from '../http/api-response.js';

/** A response of an upstream as one of our own, which can be cut and changed; any other response as it is. */
export function detachedResponse({ relayed, ...response }: ApiResponse): ApiResponse {
  if (relayed === undefined) return response;
  const { plainBody, rest } = relayed;
  // Nobody reads on, and the connection to the upstream is not to wait for that.
  rest?.[Symbol.asyncIterator]().return?.();
  const { 'content-length': _, ...headers } = response.headers;
  if (typeof plainBody === 'string') return { ...response, headers };
  const { 'content-encoding': __, ...plain } = headers;
  return { ...response, headers: plain, body: plainBody };
}
