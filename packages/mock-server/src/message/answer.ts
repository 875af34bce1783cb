import type { AnswerCut } from './answer-cut.js';
import type { Relayed, UpstreamFailure } from './relayed.js';

/** An answer before it is put on the wire. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes to send, or text to send as UTF-8; empty for no body. */
  readonly body: string | Uint8Array;
  /** Marks the mock server's own word. It does not speak for the API, so the contract does not judge it. */
  readonly isUnjudged?: true;
  /** Has the connection fail while the answer is sent. */
  readonly cut?: AnswerCut;
  /** Of an answer that an upstream gave: what has to reach the client as it is. */
  readonly relayed?: Relayed;
  /** Of an answer that stands in for the one an upstream failed to give. */
  readonly upstreamFailure?: UpstreamFailure;
}

/** An answer with a JSON body. */
export function jsonAnswer(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
