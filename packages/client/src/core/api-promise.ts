import type { Attempt } from '../errors/attempt.js';

/** Data together with the answer it came in. */
export interface ApiResult<T> {
  readonly data: T;
  /** Status and headers of the answer; its body is already read. */
  readonly response: Response;
  /** Id of the request as the API gave it, to quote to support. */
  readonly requestId: string | undefined;
  /** Attempts that failed before this one, the oldest first. */
  readonly attempts: readonly Attempt[];
}

/** What a call gives: `await` it for the data, or call {@link ApiPromise.withResponse} to see the answer as well. */
export class ApiPromise<T> extends Promise<T> {
  readonly #result: Promise<ApiResult<T>>;

  constructor(result: Promise<ApiResult<T>>) {
    super((resolve) => resolve(undefined as T));
    this.#result = result;
  }

  /** `then`, `catch` and `finally` give plain promises. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** The data with the HTTP response and the request id. Rejects as the call itself does. */
  withResponse(): Promise<ApiResult<T>> {
    return this.#result;
  }

  // biome-ignore lint/suspicious/noThenProperty: the data is taken out of the result only when somebody asks for it
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#result.then(({ data }) => data).then(onFulfilled, onRejected);
  }
}
