import { ApiProblem } from './api-problem.js';

const defaultLimit = 50;

/** One page of a list. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly hasMore: boolean;
  readonly cursor: string | null;
}

interface Listed {
  readonly ordinal: number;
}

/**
 * The page that `limit` and `cursor` ask for, of items in falling order. A cursor holds the place of the last item of the
 * page before, so neither new items shift it nor items that are gone break it.
 */
export function pageOf<Item extends Listed>(items: readonly Item[], query: URLSearchParams): Page<Item> {
  const below = placeIn(query.get('cursor'));
  const left = items.filter(({ ordinal }) => ordinal < below);
  const data = left.slice(0, Number(query.get('limit') ?? defaultLimit));
  const last = data.at(-1);
  const hasMore = data.length < left.length;
  return {
    data,
    hasMore,
    cursor: hasMore && last !== undefined ? `after_${last.ordinal.toString(36)}` : null,
  };
}

function placeIn(cursor: string | null): number {
  if (cursor === null) return Number.POSITIVE_INFINITY;
  const [, place] = /^after_([0-9a-z]{1,10})$/.exec(cursor) ?? [];
  if (place !== undefined) return Number.parseInt(place, 36);
  throw new ApiProblem(400, 'invalid_request', 'The request is not valid.', [
    { location: 'query.cursor', code: 'unknown', message: 'Must be the cursor of a page of the same list.' },
  ]);
}
