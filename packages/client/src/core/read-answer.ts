import { ConfigurationError } from '../errors/configuration-error.js';
import { readData } from './read-data.js';
import { type BodyProblem, readText } from './read-text.js';
import { type Answer, isError, type RequestRecord } from './send.js';
import { unusable } from './unusable.js';
import { withhold } from './withhold.js';

/**
 * Reads a response wholly, without what the API must not give back. Redirects are refused, never followed. The body of an error status that cannot be read counts
 * as empty: the status says what matters.
 *
 * @throws {ResponseError} @throws {ConfigurationError} for something that is no response.
 */
export async function readAnswer(
  request: RequestRecord,
  given: Response,
  maxResponseBytes: number,
): Promise<Answer> {
  const response = checkResponse(given);
  const head = { request, response, requestId: requestIdOf(response) };
  if (isRedirect(response)) {
    response.body?.cancel().catch(() => undefined);
    throw unusable(head, 'redirect', 'is a redirect, which is never followed');
  }
  const text = await readText(response, maxResponseBytes).catch(({ reason, what, cause }: BodyProblem) => {
    if (isError(head)) return '';
    throw unusable(head, reason, what, cause);
  });
  const data = readData(head, text);
  const withheld = data === undefined ? [] : withhold(data, text);
  return { ...head, text: withheld.length === 0 ? text : JSON.stringify(data), data, withheld, attempts: [] };
}

function checkResponse(response: Response): Response {
  if (typeof response?.headers?.get === 'function') return response;
  throw new ConfigurationError(
    'fetch',
    'fetch must give a promise of a Response, and so must each middleware.',
  );
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** The id as errors quote it; anything that is not a plain word is left out, for it comes from the network. */
function requestIdOf({ headers }: Response): string | undefined {
  return /^[\w.:-]{1,128}$/.exec(headers.get('x-request-id') ?? '')?.[0];
}
