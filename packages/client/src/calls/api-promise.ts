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

/**
 * The result of a call: `await` it for the data, or call {@link ApiPromise.withResponse} to see the response as well.
 *
 * Everything waits for one promise after the other, each waited for once: an engine that finds two waiting for the same
 * promise leaves the caller out of the stack.
 */
export class ApiPromise<T> extends Promise<T> {
  readonly #received: Promise<ReceivedResponse>;

  /** @internal */
  constructor(received: Promise<ReceivedResponse>, readData = ({ data }: ReceivedResponse) => data as T) {
    super((resolve) => resolve(received.then(readData)));
    this.#received = received;
  }

  /** `then`, `catch` and `finally` return plain promises. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** The data with the HTTP response, the request id and the failed attempts. Rejects as the call itself does. */
  async withResponse(): Promise<ApiResult<T>> {
    const data = await this;
    const { response, requestId, attempts } = await this.#received;
    return { data, response, requestId, attempts };
  }

  /** A copy of the response whose body can be read. Rejects as the call itself does. */
  async asResponse(): Promise<Response> {
    await this;
    return toResponse(await this.#received);
  }
}
