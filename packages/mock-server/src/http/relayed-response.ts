import type { ApiResponse } from './api-response.js';
import { isBodiless } from './is-bodiless.js';
import type { Relayed } from './relayed.js';
import { relayedHeaderLines } from './relayed-header-lines.js';

/** The response of an upstream as `fetch` gives one: with its header fields, and its body without compression. */
export function relayedResponse(
  { status, headers, body }: ApiResponse,
  relayed: Relayed,
  method: string,
): Response {
  const hasBody = !isBodiless(status) && method !== 'HEAD';
  const lines = relayedHeaderLines(headers, relayed);
  const whole = typeof relayed.plainBody === 'string' ? body : relayed.plainBody;
  const content = relayed.rest === undefined ? whole : streamOf(body as Uint8Array, relayed.rest);
  return new Response(hasBody ? (content as BodyInit) : null, {
    status,
    statusText: relayed.reason,
    headers: lines.map(([name, value]): [string, string] => [name, value]),
  });
}

function streamOf(beginning: Uint8Array, rest: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = rest[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(beginning),
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await chunks.return?.()),
  });
}
