import { isHttpUrl } from '../option-check.js';
import { UsageError } from './usage-error.js';

/** What was written behind `trigger`. */
export interface TriggerCommand {
  readonly url: string;
  readonly adminToken?: string;
  readonly customer?: string;
  /** Each a path and its value. */
  readonly set: readonly string[];
}

/** Has a running server send an event, and returns what became of it. Throws UsageError when that cannot be done. */
export async function triggerEvent(event: string, command: TriggerCommand): Promise<string> {
  const { url, adminToken, customer, set } = command;
  if (!isHttpUrl(url)) throw new UsageError('--url must be the URL of a running server, http or https.');
  const values = Object.fromEntries(set.map(pathAndValue));
  const headers = {
    'content-type': 'application/json',
    ...(adminToken !== undefined && { authorization: `Bearer ${adminToken}` }),
  };
  const body = JSON.stringify({ event, customer, set: values });
  const response = await fetch(new URL('/__oms/trigger', url), { method: 'POST', headers, body }).catch(
    () => {
      throw new UsageError(`There is no oms-mock at ${url}; start one, or name another with --url.`);
    },
  );
  const result = (await response.json().catch(() => ({}))) as {
    readonly message?: string;
    readonly deliveries?: readonly { readonly id: string; readonly endpointId: string }[];
  };
  if (result.deliveries === undefined)
    throw new UsageError(
      result.message ?? `The server at ${url} is no oms-mock: it responds with ${response.status}.`,
    );
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
