import type { HeaderLines } from './header-lines.js';

/** A request as it arrived: nothing decoded, nothing checked. */
export interface RawRequest {
  /** The request id its response will carry. */
  readonly id: string;
  readonly method: string;
  /** The request target as it was on the wire, in origin form or absolute form. */
  readonly target: string;
  /** Lower-case names; repeated fields joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same fields as they were sent, and perhaps some that are not in `headers` any more. */
  readonly headerLines?: HeaderLines;
  /** May be cut off one byte above the limit: whoever reads it must look at the length first. */
  readonly body: Uint8Array;
  /** Aborts when the client does not wait for the response any more. */
  readonly signal?: AbortSignal;
}
