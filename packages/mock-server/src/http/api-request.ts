/** A request that was read in full and belongs to an operation of the spec. */
export interface ApiRequest {
  readonly id: string;
  readonly operationId: string | undefined;
  readonly method: string;
  /** The path as the spec writes it, such as `/customers/{customerId}`. */
  readonly template: string;
  /** Decoded values by the names in the template. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of the body, its text when it is not JSON, undefined when there is none. */
  readonly body: unknown;
  /** Path and query below the base path, and the body, exactly as they were sent. */
  readonly wire: { readonly target: string; readonly body: Uint8Array };
}
