import { useEffect, useState } from 'preact/hooks';
import { callAdmin } from './admin-api.js';

/** What an admin route returns, read again whenever something changes that it depends on. */
interface Read<Result> {
  /** The latest result, also while the next one is on its way. */
  readonly result?: Result;
  readonly problem?: string;
}

/** Reads admin routes; undefined for none. Results that come late are forgotten. */
export function useAdmin<Result>(
  route: string | undefined,
  dependencies: readonly unknown[] = [],
): Read<Result> {
  const [state, setState] = useState<Read<Result> & { readonly of?: string }>({});
  useEffect(() => {
    if (route === undefined) return;
    let isStale = false;
    callAdmin<Result>(route).then(
      (result) => !isStale && setState({ of: route, result }),
      (error: Error) => !isStale && setState({ of: route, problem: error.message }),
    );
    return () => {
      isStale = true;
    };
  }, [route, ...dependencies]);
  return state.of === route ? state : {};
}
