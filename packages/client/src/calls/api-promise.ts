import type { Attempt } from '../errors/call-error.js';
import { InvalidArgumentError } from '../errors/oms-error.js';
import { isPlainObject } from '../request/check-value.js';
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

/** One page of a list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  /** Whether another page follows. */
  readonly hasMore: boolean;
  /** Where the next page starts. */
  readonly cursor?: string | null;
}

/** The query of a list as a caller may write it: `cursor` can be that of a page, which is null on the last one. */
export type PageQuery<Query> = {
  [Name in keyof Query]: Name extends 'cursor' ? Query[Name] | null | undefined : Query[Name];
};

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
    const markAsHandled = () => void super.catch(() => undefined);
    const first = fetchPage().catch((error: unknown) => {
      // Whoever iterates later handles the failure only then; until then it must not end the process.
      markAsHandled();
      throw error;
    });
    super(first, readPage<P>);
    this.#fetchPage = fetchPage;
    this.#first = first;
  }

  /** Every item, from this page to the last one. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const page of this.pages()) yield* page.data;
  }

  /**
   * This page and the ones after it, until the API says that none follows.
   *
   * @throws {ResponseError} when another page follows and its cursor is missing or was already used.
   */
  async *pages(): AsyncGenerator<P, void> {
    let page = await this;
    let received = await this.#first;
    const seen = new Set<unknown>([new URL(received.request.url).searchParams.get('cursor')]);
    for (;;) {
      if (!Array.isArray(page.data)) {
        throw responseError(received, 'not-a-page', 'is not a page: it has no list called data');
      }
      yield page;
      if (page.hasMore === false) return;
      const cursor = nextCursor(page, received, seen);
      seen.add(cursor);
      received = await this.#fetchPage(cursor);
      page = readPage(received);
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

/**
 * The page in a response, its position under the name `cursor`: other lists of the API call it `nextCursor`, and which of
 * the two this one uses is inferred.
 */
function readPage<P extends Page<unknown>>(received: ReceivedResponse): P {
  const page = received.data as P & { readonly nextCursor?: P['cursor'] };
  if (Array.isArray(page.data) && !page.data.every(isPlainObject)) {
    throw responseError(received, 'not-a-page', 'is not a page: one of its items is not an object');
  }
  return !page.cursor && page.nextCursor ? { ...page, cursor: page.nextCursor } : page;
}

/** Where the next page starts. Without that, the list would look complete though it is not. */
function nextCursor(
  { hasMore, cursor }: Page<unknown>,
  received: ReceivedResponse,
  seen: ReadonlySet<unknown>,
): string {
  if (hasMore === true && typeof cursor === 'string' && cursor !== '' && !seen.has(cursor)) return cursor;
  const what = hasMore === true ? 'a new cursor for the next page' : 'a boolean hasMore';
  throw responseError(received, 'pagination', `is not the last page and does not contain ${what}`);
}
