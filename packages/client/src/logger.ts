/** Takes what the client has to tell: never a body, a header, a filled path or a query. `console` is one. */
export interface Logger {
  debug(message: string, fields: LogFields): void;
  warn(message: string, fields: LogFields): void;
}

/** What is told of one request. */
export interface LogFields {
  /** HTTP method and path template, such as `GET /customers/{customerId}`. */
  readonly operation: string;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
  readonly durationMs: number;
  readonly status?: number;
  /** Name of the error that came instead of a response. */
  readonly error?: string;
  readonly requestId?: string;
}
