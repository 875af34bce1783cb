import { InvalidArgumentError } from '../errors/argument-errors.js';
import type { ReceivedResponse } from '../request/pipeline.js';
import { responseError } from '../response/read-response.js';
import { ApiPromise } from './api-promise.js';

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
