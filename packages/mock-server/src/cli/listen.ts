import { isHttpUrl } from '../option-check.js';
import { askRunningServer, type RunningServer } from './running-server.js';
import { UsageError } from './usage-error.js';

/** What was written behind `listen`. */
export interface ListenCommand extends RunningServer {
  readonly forwardTo?: string;
  readonly printSecret?: boolean;
}

/** One message of a stream. */
interface StreamMessage {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A delivery to pass on. */
interface ForwardedDelivery {
  readonly call: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const timeoutMs = 10_000;

/**
 * Has a running server send its deliveries here, and passes them on until it is stopped. Throws UsageError when it cannot,
 * and when the server goes away.
 */
export async function listen(command: ListenCommand, print: (line: string) => void): Promise<void> {
  const { url, forwardTo, printSecret = false } = command;
  if (printSecret) return print(await secretOf(command));
  if (forwardTo === undefined || !isHttpUrl(forwardTo))
    throw new UsageError('--forward-to must be the URL of your webhook endpoint, http or https.');
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  try {
    await passOn(command, forwardTo, stopping.signal, print);
  } catch (error) {
    if (stopping.signal.aborted) return;
    if (error instanceof UsageError) throw error;
  }
  if (!stopping.signal.aborted) throw new UsageError(`The server at ${url} is gone.`);
}

async function secretOf(server: RunningServer): Promise<string> {
  const { secret } = (await (await askRunningServer(server, 'listen-secret')).json()) as {
    readonly secret: string;
  };
  return secret;
}

async function passOn(
  server: RunningServer,
  forwardTo: string,
  signal: AbortSignal,
  print: (line: string) => void,
): Promise<void> {
  const route = `listen?url=${encodeURIComponent(forwardTo)}`;
  const { body } = await askRunningServer(server, route, { signal });
  let endpointId: unknown;
  for await (const { event, data } of messagesIn(body as unknown as AsyncIterable<Uint8Array>)) {
    if (event === 'begin') {
      ({ endpointId } = data);
      print(`Events of ${server.url} go to ${forwardTo}  Secret: ${data['secret']}`);
    }
    if (event !== 'delivery') continue;
    const delivery = data as unknown as ForwardedDelivery;
    const { status, line } = await forward(delivery, forwardTo);
    print(line);
    const outcome = { endpointId, call: delivery.call, status };
    // The server may have stopped waiting, or may be gone: the stream then says so.
    await askRunningServer(server, 'listen', { body: outcome }).catch(() => undefined);
  }
}

/** Sends a delivery on. The line says what became of it. */
async function forward({ body, headers }: ForwardedDelivery, forwardTo: string) {
  const { event, eventType = event } = JSON.parse(body) as { event?: string; eventType?: string };
  const startMs = Date.now();
  const init = {
    method: 'POST',
    body,
    headers,
    redirect: 'manual' as const,
    signal: AbortSignal.timeout(timeoutMs),
  };
  const say = (outcome: string | number) => `→ ${eventType}  ${forwardTo}  ${outcome}`;
  try {
    const response = await fetch(forwardTo, init);
    await response.body?.cancel();
    const { status } = response;
    return { status, line: say(`${status}  ${Date.now() - startMs} ms`) };
  } catch (error) {
    return { status: 0, line: say(failureIn(error)) };
  }
}

function failureIn(error: unknown): string {
  if (Object(error).name === 'TimeoutError') return `no response in ${timeoutMs / 1000} s`;
  return Object(Object(error).cause).code === 'ECONNREFUSED' ? 'refused' : 'no connection';
}

async function* messagesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<StreamMessage> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const fields = new Map(
        message.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line] as const),
      );
      const field = (name: string) => fields.get(name)?.slice(name.length + 2) ?? '';
      if (fields.has('data')) yield { event: field('event'), data: JSON.parse(field('data')) };
    }
  }
}
