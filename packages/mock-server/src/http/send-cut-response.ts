import type { ServerResponse } from 'node:http';
import type { ApiResponse } from './api-response.js';
import type { ResponseCut } from './response-cut.js';

/** A reset right behind the bytes could overtake them on some systems. */
const msBeforeReset = 20;

/** Puts as much of a response on the wire as its cut says, then breaks the connection or leaves it hanging. */
export function sendCutResponse(
  serverResponse: ServerResponse,
  { status, headers, body }: ApiResponse,
  { how, afterBytes }: ResponseCut,
): void {
  const reset = () => serverResponse.socket?.resetAndDestroy();
  if (afterBytes === undefined) {
    if (how === 'reset') reset();
    return;
  }
  const bytes = Buffer.from(body as string);
  serverResponse.writeHead(status, { ...headers, 'content-length': bytes.length });
  serverResponse.flushHeaders();
  serverResponse.write(bytes.subarray(0, afterBytes));
  if (how === 'reset') setTimeout(reset, msBeforeReset);
}
