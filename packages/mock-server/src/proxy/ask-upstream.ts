import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { HeaderLines } from '../message/header-lines.js';
import { UpstreamError, upstreamErrorOf } from './upstream-error.js';

/** A request to an upstream. */
export interface UpstreamRequest {
  readonly origin: URL;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headerLines: HeaderLines;
  readonly body: Uint8Array;
  /** The longest silence, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** The head of an answer, and its body as it comes. Reading on rejects with UpstreamError. */
export interface UpstreamAnswer {
  readonly head: IncomingMessage;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** Sends a request over a connection of its own and follows no redirect. Rejects with UpstreamError. */
export function askUpstream(asked: UpstreamRequest): Promise<UpstreamAnswer> {
  const { origin, method, target, headerLines, body, timeoutMs, signal } = asked;
  return new Promise((resolve, reject) => {
    const send = origin.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(origin, {
      method,
      path: target,
      headers: headerLines.flat() as unknown as Record<string, string>,
      agent: false,
      timeout: timeoutMs,
      ...(signal && { signal }),
    });
    let isSilent = false;
    const errorOf = (error: unknown) =>
      isSilent ? new UpstreamError('timeout', 'no byte in time') : upstreamErrorOf(error);
    request.on('timeout', () => {
      isSilent = true;
      request.destroy();
    });
    request.on('error', (error) => reject(errorOf(error)));
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new UpstreamError('unreadable', '101 without an Upgrade'));
    });
    request.on('response', (head) => resolve({ head, chunks: chunksOf(head, errorOf) }));
    request.end(body);
  });
}

async function* chunksOf(
  head: IncomingMessage,
  errorOf: (error: unknown) => UpstreamError,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of head) yield chunk as Uint8Array;
  } catch (error) {
    throw errorOf(error);
  }
}
