import type { ApiResponse } from './api-response.js';
import type { ResponseCut } from './response-cut.js';

/** What a `fetch` gives when the connection fails: a TypeError, or a body that ends in one; or nothing, until the abort. */
export async function cutResponse(
  { status, headers, body }: ApiResponse,
  { how, afterBytes }: ResponseCut,
  signal: AbortSignal,
): Promise<Response> {
  const failure = how === 'reset' ? () => broken(afterBytes) : () => untilAborted(signal);
  if (afterBytes === undefined) throw await failure();
  const sent = Buffer.from(body as string).subarray(0, afterBytes);
  let isSent = sent.length === 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (isSent) controller.error(await failure());
      else controller.enqueue(sent);
      isSent = true;
    },
  });
  return new Response(stream, { status, headers });
}

function broken(afterBytes: number | undefined): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
  return new TypeError(afterBytes === undefined ? 'fetch failed' : 'terminated', { cause });
}

/** Resolves with the reason of the abort. */
function untilAborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason);
    else signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
  });
}
