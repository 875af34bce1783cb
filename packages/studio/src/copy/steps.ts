import type { Message, WholeExchange } from '../admin-api.js';
import type { Action } from '../store.js';

/** What happened, in the order of time. */
export type Step =
  | { readonly kind: 'exchange'; readonly time: string; readonly exchange: WholeExchange }
  | { readonly kind: 'action'; readonly time: string; readonly action: Action };

/** A stretch of what happened: exchanges, and what was done with the buttons between them. */
export function stepsOf(exchanges: readonly WholeExchange[], actions: readonly Action[]): Step[] {
  const calls = withoutRetries(exchanges.filter(({ operationId }) => operationId !== 'createToken'));
  const steps: Step[] = [
    ...calls.map((exchange) => ({ kind: 'exchange', time: exchange.time, exchange }) as const),
    ...actions
      .filter((action) => !isUnhitFault(action, exchanges))
      .map((action) => ({ kind: 'action', time: action.time, action }) as const),
  ];
  return steps.sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time)));
}

/** A test fails for a fault that hits nothing, as one may that was added here. */
function isUnhitFault({ route, method, time, result }: Action, exchanges: readonly WholeExchange[]): boolean {
  if (route !== 'faults' || method !== 'POST') return false;
  const { rule } = Object(result) as { rule?: { kind?: string } };
  const isHit = (exchange: WholeExchange) =>
    exchange.time >= time && exchange.faults?.some((kind) => kind === rule?.kind) === true;
  return !exchanges.some(isHit);
}

/** The client sends a call again under the same key: it is one call, and its last response counts. */
function withoutRetries(exchanges: readonly WholeExchange[]): WholeExchange[] {
  return exchanges.filter((exchange, index) => {
    const next = exchanges[index + 1];
    return next === undefined || !isRetry(exchange, next);
  });
}

function isRetry(before: WholeExchange, after: WholeExchange): boolean {
  const key = before.request.headers['idempotency-key'];
  const isSame = before.method === after.method && before.target === after.target;
  const isFailed =
    before.status === 0 || before.status === 429 || before.status >= 500 || before.status === 401;
  return isSame && isFailed && key === after.request.headers['idempotency-key'];
}

/** The JSON of a body; undefined when it is none. */
export function jsonOf({ body: { text, note } }: Message): unknown {
  if (text === '' || note !== undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
