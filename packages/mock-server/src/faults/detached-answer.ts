import type { Answer } from '../message/answer.js';

/** An answer of an upstream as one of our own, which can be cut and changed; any other answer as it is. */
export function detachedAnswer({ relayed, ...answer }: Answer): Answer {
  if (relayed === undefined) return answer;
  const { plainBody, rest } = relayed;
  // Nobody reads on, and the connection to the upstream is not to wait for that.
  rest?.[Symbol.asyncIterator]().return?.();
  const { 'content-length': _, ...headers } = answer.headers;
  if (typeof plainBody === 'string') return { ...answer, headers };
  const { 'content-encoding': __, ...plain } = headers;
  return { ...answer, headers: plain, body: plainBody };
}
