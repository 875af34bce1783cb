import { ConfigurationError } from '../errors/configuration-error.js';
import type { Cancellation } from '../request/cancellation.js';
import {
  isError,
  type ReceivedResponse,
  type RequestRecord,
  type ResponseHead,
} from '../request/pipeline.js';
import { readData } from './read-data.js';
import { type BodyProblem, readText } from './read-text.js';
import { withhold } from './redact.js';
import { unusable } from './unusable.js';

/**
 * Reads a response wholly, without what the API must not give back. Redirects are refused, never followed. The body of an
 * error status that cannot be read counts as empty: the status says what matters. The same holds for one that stalls.
 *
 * @throws {ResponseError} @throws {ConfigurationError} for something that is no response.
 */
export async function readResponse(
  request: RequestRecord,
  given: Response,
  maxResponseBytes: number,
  cancellation?: Cancellation,
): Promise<ReceivedResponse> {
  const response = checkResponse(given);
  const head = { request, response, requestId: requestIdOf(response) };
  if (isRedirect(response)) {
    response.body?.cancel().catch(() => undefined);
    throw unusable(head, 'redirect', 'is a redirect, which is never followed');
  }
  if (isError(head) && cancellation !== undefined) cancellation.fallback = receivedResponse(head, '');
  let text = '';
  try {
    text = await readText(response, maxResponseBytes);
  } catch (problem) {
    const { reason, what, cause } = problem as BodyProblem;
    if (!isError(head)) throw unusable(head, reason, what, cause);
  }
  return receivedResponse(head, text);
}

function receivedResponse(head: ResponseHead, given: string): ReceivedResponse {
  const { request, response, requestId } = head;
  const { data, withheld, text } = readContent(head, given);
  return { request, response, requestId, text, data, withheld, attempts: [] };
}

/** What is nested deeper than the stack cannot be searched for what must be withheld, so none of it is handed out. */
function readContent(head: ResponseHead, text: string) {
  const data = readData(head, text);
  try {
    const withheld = data === undefined ? [] : withhold(data, text);
    return { data, withheld, text: withheld.length === 0 ? text : JSON.stringify(data) };
  } catch {
    if (isError(head)) return { data: undefined, withheld: [], text: '' };
    throw unusable(head, 'invalid-json', 'is JSON nested too deeply');
  }
}

/** Without a response nobody knows whether the request went out. */
function checkResponse(response: Response): Response {
  if (typeof response?.headers?.get === 'function') return response;
  const error = new ConfigurationError('fetch', 'fetch and middleware must return a promise of a Response.');
  throw Object.assign(error, { outcome: 'unknown' });
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** The id as errors quote it; anything that is not a plain word is left out, for it comes from the network. */
function requestIdOf({ headers }: Response): string | undefined {
  return /^[\w.:-]{1,128}$/.exec(headers.get('x-request-id') ?? '')?.[0];
}
