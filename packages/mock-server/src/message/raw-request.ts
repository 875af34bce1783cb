/** A request as it arrived: nothing decoded, nothing checked. */
export interface RawRequest {
  /** The request id its answer will carry. */
  readonly id: string;
  readonly method: string;
  /** The request target as it was on the wire, in origin form or absolute form. */
  readonly target: string;
  /** Lower-case names; repeated fields joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** May be cut off one byte above the limit: whoever reads it must look at the length first. */
  readonly body: Uint8Array;
}
