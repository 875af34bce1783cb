import type { ServerResponse } from 'node:http';
import type { Answer } from '../message/answer.js';
import { isBodiless } from '../message/is-bodiless.js';
import { sendCutAnswer } from './send-cut-answer.js';
import { sendRelayedAnswer } from './send-relayed-answer.js';

/** Puts an answer on the wire. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.cut !== undefined) {
    sendCutAnswer(response, answer, answer.cut);
    return;
  }
  if (answer.relayed !== undefined) {
    sendRelayedAnswer(response, answer, answer.relayed);
    return;
  }
  const { status, headers, body } = answer;
  const hasBody = !isBodiless(status);
  const length = hasBody ? { 'content-length': Buffer.byteLength(body) } : {};
  response.writeHead(status, { ...headers, ...length });
  response.end(hasBody ? body : undefined);
}

/** An answer as the text of an HTTP message, for a connection on which nothing else can be said. */
export function answerText({ status, headers, body }: Answer, reason: string): string {
  const all = { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${reason}`, ...lines, '', String(body)].join('\r\n');
}
