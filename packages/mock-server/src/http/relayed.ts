import type { HeaderLines } from './header-lines.js';

/** How an upstream put a response on the wire. */
export interface Relayed {
  /** The text behind the status. */
  readonly reason: string;
  /** Without those that are for a single connection. */
  readonly headerLines: HeaderLines;
  /** The body with its content codings undone, or why it cannot be read. */
  readonly plainBody: Uint8Array | UnreadableBody;
  /** What follows the body of the response, where that is only the beginning. */
  readonly rest?: AsyncIterable<Uint8Array>;
}

/** Why a body is passed on unchecked. */
export type UnreadableBody = 'too-large' | 'undecodable';

/** Why there is no response of an upstream. */
export type UpstreamFailure = 'unreachable' | 'reset' | 'timeout' | 'unreadable';
