import type { Dialect } from '../dialect.js';
import type { Fingerprint } from '../state/ids.js';
import { invalidRequest } from './api-problem.js';

const defaultLimit = 50;

/** One page of a list, with the position of the next under the name that the dialect has for it. */
export interface Page<Item> extends Partial<Readonly<Record<Dialect['cursor'], string | null>>> {
  readonly data: readonly Item[];
  readonly hasMore: boolean;
}

/** Which list it is, and of which sandbox: its cursors can be recognised by a fingerprint. */
interface List {
  readonly name: string;
  readonly state: { readonly fingerprint: Fingerprint; readonly dialect: Dialect };
}

interface Listed {
  readonly ordinal: number;
}

/**
 * The page that `limit` and `cursor` ask for, of items in falling order. A cursor holds the place of the last item of the
 * page before, so neither new items shift it nor items that are gone break it. It counts for the list of this name only.
 */
export function pageOf<Item extends Listed>(
  list: List,
  items: readonly Item[],
  query: URLSearchParams,
): Page<Item> {
  const below = placeIn(list, query.get('cursor'));
  const left = items.filter(({ ordinal }) => ordinal < below);
  const data = left.slice(0, Number(query.get('limit') ?? defaultLimit));
  const last = data.at(-1);
  const hasMore = data.length < left.length;
  const cursor = hasMore && last !== undefined ? cursorAfter(list, last.ordinal) : null;
  return { data, hasMore, [list.state.dialect.cursor]: cursor };
}

function cursorAfter({ name, state }: List, ordinal: number): string {
  const place = ordinal.toString(36);
  return `${place}_${state.fingerprint(name, place).slice(0, 8)}`;
}

function placeIn(list: List, cursor: string | null): number {
  if (cursor === null) return Number.POSITIVE_INFINITY;
  const ordinal = Number.parseInt(cursor, 36);
  if (cursor === cursorAfter(list, ordinal)) return ordinal;
  const message = 'Must be the cursor of a page of the same list.';
  throw invalidRequest([{ location: 'query.cursor', code: 'unknown', message }]);
}
