import type { Attempt } from '../errors/call-error.js';
import { InvalidArgumentError } from '../errors/oms-error.js';
import type { ReceivedResponse } from '../request/pipeline.js';
import { responseError, toResponse } from '../response/read-response.js';

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

/** One page of a list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  /** Whether another page follows. */
  readonly hasMore: boolean;
  /** Where the next page starts. */
  readonly cursor?: string | null;
}

/**
 * Fetches the page that starts at `cursor`, the first one without it.
 *
 * @internal
 */
export type FetchPage = (cursor?: string) => Promise<ReceivedResponse>;

/**
 * The result of a list: `await` it for one page, or iterate over it for all items of all pages. Pages are fetched as they
 * are needed and not kept.
 */
export class PagePromise<P extends Page<Item>, Item> extends ApiPromise<P> implements AsyncIterable<Item> {
  readonly #fetchPage: FetchPage;
  readonly #first: Promise<ReceivedResponse>;

  /** @internal */
  constructor(fetchPage: FetchPage) {
    const first = fetchPage();
    super(first);
    this.#fetchPage = fetchPage;
    this.#first = first;
  }

  /** Every item, from this page to the last one. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const page of this.pages()) yield* page.data;
  }

  /** This page and the ones after it. Ends when the API says so, and when a cursor is missing or comes back. */
  async *pages(): AsyncGenerator<P, void> {
    const { request } = await this.#first;
    const seen = new Set([new URL(request.url).searchParams.get('cursor')]);
    for (let next = this.#first; ; ) {
      const page = readPage<P>(await next);
      yield page;
      const { hasMore, cursor } = page;
      if (!hasMore || typeof cursor !== 'string' || cursor === '' || seen.has(cursor)) return;
      seen.add(cursor);
      next = this.#fetchPage(cursor);
    }
  }

  /**
   * At most `limit` items as an array.
   *
   * @throws {InvalidArgumentError} without a limit: a list may be longer than the memory.
   */
  async toArray(options: { readonly limit: number }): Promise<Item[]> {
    const limit = options?.limit;
    if (!Number.isInteger(limit) || limit < 1) {
      // Nothing else handles a failure of the page that is being fetched.
      this.#first.catch(() => undefined);
      throw new InvalidArgumentError('limit', 'limit must be a whole number above 0.');
    }
    const items: Item[] = [];
    for await (const item of this) {
      items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }
}

/** The page in a response; `readData` made sure that it is an object. */
function readPage<P extends Page<unknown>>(received: ReceivedResponse): P {
  const page = received.data as P;
  if (Array.isArray(page.data)) return page;
  throw responseError(received, 'not-a-page', 'is not a page: it has no list called data');
}
