import { askRunningServer, type RunningServer } from './running-server.js';
import { UsageError } from './usage-error.js';

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
