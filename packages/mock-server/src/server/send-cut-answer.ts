import type { ServerResponse } from 'node:http';
import type { Answer } from '../message/answer.js';
import type { AnswerCut } from '../message/answer-cut.js';

/** A reset right behind the bytes could overtake them on some systems. */
const msBeforeReset = 20;

/** Puts as much of an answer on the wire as its cut says, then breaks the connection or leaves it hanging. */
export function sendCutAnswer(
  response: ServerResponse,
  { status, headers, body }: Answer,
  { how, afterBytes }: AnswerCut,
): void {
  const reset = () => response.socket?.resetAndDestroy();
  if (afterBytes === undefined) {
    if (how === 'reset') reset();
    return;
  }
  const bytes = Buffer.from(body as string);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.flushHeaders();
  response.write(bytes.subarray(0, afterBytes));
  if (how === 'reset') setTimeout(reset, msBeforeReset);
}
