import type { Attempt } from '../errors/call-error.js';
import type { ReceivedResponse } from '../request/pipeline.js';
import { toResponse } from '../response/read-response.js';

/** Data together with the response it came in. */
export interface ApiResult<T> {
  readonly data: T;
  /** Status and headers of the response; its body is already read. */
  readonly response: Response;
  /** Id of the request, as the API sent it, to quote to support. */
  readonly requestId: string | undefined;
  /** Attempts that failed before this one, the oldest first. */
  readonly attempts: readonly Attempt[];
}

/** The promise of the base class is not used. */
const neverSettled = () => undefined;

/** The result of a call: `await` it for the data, or call {@link ApiPromise.withResponse} to see the response as well. */
export class ApiPromise<T> extends Promise<T> {
  readonly #received: Promise<ReceivedResponse>;

  /** @internal */
  constructor(received: Promise<ReceivedResponse>) {
    super(neverSettled);
    this.#received = received;
  }

  /** `then`, `catch` and `finally` return plain promises. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** The data with the HTTP response, the request id and the failed attempts. Rejects as the call itself does. */
  async withResponse(): Promise<ApiResult<T>> {
    const { data, response, requestId, attempts } = await this.#received;
    return { data: data as T, response, requestId, attempts };
  }

  /** A copy of the response whose body can be read. Rejects as the call itself does. */
  async asResponse(): Promise<Response> {
    return toResponse(await this.#received);
  }

  // biome-ignore lint/suspicious/noThenProperty: the data is taken out of the response only when somebody asks for it
  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const onResponse = ({ data }: ReceivedResponse) => (onFulfilled ? onFulfilled(data as T) : (data as A));
    return this.#received.then(onResponse, onRejected);
  }
}
