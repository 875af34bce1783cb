import { isHttpUrl } from '../option-check.js';
import { UsageError } from './usage-error.js';

/** Where a running server is, and what its admin routes need. */
export interface RunningServer {
  readonly url: string;
  readonly adminToken?: string;
}

/** Asks an admin route of a running server. Throws UsageError where there is none, and for what it refuses. */
export async function askRunningServer(
  { url, adminToken }: RunningServer,
  route: string,
  init: { readonly body?: object; readonly signal?: AbortSignal } = {},
): Promise<Response> {
  if (!isHttpUrl(url)) throw new UsageError('--url must be the URL of a running server, http or https.');
  const { body, signal } = init;
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(adminToken !== undefined && { authorization: `Bearer ${adminToken}` }),
  };
  const request = {
    headers,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    ...(signal !== undefined && { signal }),
  };
  const response = await fetch(new URL(`/__oms/${route}`, url), request).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new UsageError(`There is no oms-mock at ${url}; start one, or name another with --url.`);
  });
  if (response.ok && response.headers.has('x-oms-mock-version')) return response;
  const { message } = (await response.json().catch(() => ({}))) as { readonly message?: string };
  throw new UsageError(
    message ?? `The server at ${url} is no oms-mock: it responds with ${response.status}.`,
  );
}

/** What was written behind `trigger`. */
export interface TriggerCommand extends RunningServer {
  readonly customer?: string;
  /** Each a path and its value. */
  readonly set: readonly string[];
}

/** Has a running server send an event, and returns what became of it. Throws UsageError when that cannot be done. */
export async function triggerEvent(event: string, command: TriggerCommand): Promise<string> {
  const { customer, set } = command;
  const values = Object.fromEntries(set.map(pathAndValue));
  const response = await askRunningServer(command, 'trigger', { body: { event, customer, set: values } });
  const result = (await response.json()) as {
    readonly deliveries: readonly { readonly id: string; readonly endpointId: string }[];
  };
  const lines = result.deliveries.map(({ id, endpointId }) => `${event}  ${id} to ${endpointId}`);
  return lines.length === 0
    ? `${event} goes nowhere: no enabled webhook endpoint subscribed to it`
    : lines.join('\n');
}

function pathAndValue(text: string): [path: string, value: string] {
  const at = text.indexOf('=');
  if (at <= 0) throw new UsageError('--set needs a path and a value, such as --set data.amount=5.');
  return [text.slice(0, at), text.slice(at + 1)];
}
