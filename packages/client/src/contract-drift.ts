/**
 * How a response differs from the spec.
 *
 * `write-only-field`: identity data or a secret came back; it was dropped. `unknown-field`, `unknown-enum-value`: the API
 * has something new. `unknown-status`: a response the operation does not declare.
 */
export type ContractDriftKind =
  | 'write-only-field'
  | 'unknown-field'
  | 'unknown-enum-value'
  | 'unknown-status';

/** One difference between a response and the spec, without any value. */
export interface ContractDrift {
  readonly kind: ContractDriftKind;
  /** HTTP method and path template, such as `GET /customers/{customerId}`. */
  readonly operation: string;
  readonly status: number;
  /** JSON pointer to the place in the body, `''` for the whole response; indexes of lists are written `*`. */
  readonly pointer: string;
  /** The version of the spec this client was built from. */
  readonly specVersion: string;
}
