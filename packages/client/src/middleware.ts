/** A request as a middleware sees it: everything but the token, which is added later. It may hold personal data. */
export interface MiddlewareRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What a middleware may log or trace. */
export interface MiddlewareContext {
  /** HTTP method and path template, such as `GET /customers/{customerId}`. */
  readonly operation: string;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
  readonly idempotencyKey: string | undefined;
}

/**
 * Code of yours around each attempt of a call, inside the retries. It may change the headers and the body, call `next`
 * more than once or not at all, and give a response of its own. The token exchange is
 * kept away from it.
 */
export type Middleware = (
  request: MiddlewareRequest,
  next: (request: MiddlewareRequest) => Promise<Response>,
  context: MiddlewareContext,
) => Promise<Response>;
