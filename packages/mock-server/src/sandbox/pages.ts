import { ApiProblem } from './api-problem.js';

const defaultLimit = 50;

/** One page of a list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly hasMore: boolean;
  readonly cursor: string | null;
}

/** The page that `limit` and `cursor` ask for. A cursor names the last item of the page before, so new items do not shift it. */
export function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  query: URLSearchParams,
): Page<Item> {
  const start = startOf(items, query.get('cursor'));
  const data = items.slice(start, start + Number(query.get('limit') ?? defaultLimit));
  const hasMore = start + data.length < items.length;
  const last = data.at(-1);
  return { data, hasMore, cursor: hasMore && last !== undefined ? `after_${last.id}` : null };
}

function startOf(items: readonly { readonly id: string }[], cursor: string | null): number {
  if (cursor === null) return 0;
  const index = items.findIndex(({ id }) => `after_${id}` === cursor);
  if (index >= 0) return index + 1;
  throw new ApiProblem(400, 'invalid_request', 'The request is not valid.', [
    { location: 'query.cursor', code: 'unknown', message: 'Must be the cursor of a page of the same list.' },
  ]);
}
