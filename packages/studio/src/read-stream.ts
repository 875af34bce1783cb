import { AdminError, type Change, credentials } from './admin-api.js';

/** What a stream tells its reader. */
export interface StreamReader {
  /** The stream is open. */
  began(): void;
  changed(changes: readonly Change[]): void;
  /** Some changes are forgotten already: everything has to be read again. */
  missed(): void;
  /** The server does not respond, has ended the stream, or wants another token. */
  lost(isRefused: boolean): void;
}

const [shortestWaitMs, longestWaitMs] = [500, 5000];

/**
 * Reads the stream of changes until the signal aborts, and connects again when it ends. Not an `EventSource`, which cannot
 * send the token.
 */
export async function readStream(reader: StreamReader, signal: AbortSignal): Promise<void> {
  let lastId: string | undefined;
  let waitMs = shortestWaitMs;
  while (!signal.aborted) {
    let isRefused = false;
    try {
      const headers = { ...credentials(), ...(lastId !== undefined && { 'last-event-id': lastId }) };
      const response = await fetch('/__oms/stream', { headers, signal, cache: 'no-store' });
      if (!response.ok || response.body === null) throw new AdminError(response.status, 'no stream');
      for await (const { id, event, data } of messagesIn(response.body)) {
        lastId = id ?? lastId;
        waitMs = shortestWaitMs;
        if (event === 'begin') reader.began();
        if (event === 'missed') reader.missed();
        if (event === 'changes') reader.changed((JSON.parse(data) as { changes: Change[] }).changes);
      }
    } catch (error) {
      // Tried again below.
      isRefused = error instanceof AdminError && error.status === 401;
    }
    if (signal.aborted) return;
    reader.lost(isRefused);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }
}

/** A message of a stream of server-sent events. */
interface Message {
  readonly id?: string;
  readonly event: string;
  readonly data: string;
}

/** The messages in a body of server-sent events, each on one line of data. */
export async function* messagesIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => splitField(line)));
      const id = fields.get('id');
      yield {
        event: fields.get('event') ?? 'message',
        data: fields.get('data') ?? '',
        ...(id !== undefined && { id }),
      };
    }
  }
}

function splitField(line: string): [name: string, value: string] {
  const colon = line.indexOf(': ');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 2)];
}
