import { byTime, type Fault, type Message, type WholeExchange } from '../admin-api.js';
import type { Action } from '../store.js';

/** What happened, in the order of time. */
export type Step =
  | { readonly kind: 'exchange'; readonly time: string; readonly exchange: WholeExchange }
  | { readonly kind: 'action'; readonly time: string; readonly action: Action };

/** A stretch of what happened: exchanges, and what was done with the buttons between them; and the faults as they now stand. */
export function stepsOf(
  exchanges: readonly WholeExchange[],
  actions: readonly Action[],
  faults: readonly Fault[] = [],
): Step[] {
  const calls = withoutRetries(exchanges.filter(({ operationId }) => operationId !== 'createToken'));
  const steps: Step[] = [
    ...calls.map((exchange) => ({ kind: 'exchange', time: exchange.time, exchange }) as const),
    ...actions
      .filter((action) => !isUnhitFault(action, exchanges, faults))
      .map((action) => ({ kind: 'action', time: action.time, action }) as const),
  ];
  return steps.sort(byTime);
}

/** Whether this adds a fault that hits deliveries, and no exchanges. */
export function duplicatesDeliveries({ route, method, result }: Action): boolean {
  const { rule } = Object(result) as Partial<Fault>;
  return route === 'faults' && method === 'POST' && rule?.kind === 'duplicate-delivery';
}

/** A test fails for a fault that hits nothing, as one may that was added here. Deliveries go to an endpoint of the stretch alone. */
function isUnhitFault(
  action: Action,
  exchanges: readonly WholeExchange[],
  faults: readonly Fault[],
): boolean {
  const { route, method, time, result } = action;
  if (route !== 'faults' || method !== 'POST') return false;
  const { id, rule } = Object(result) as Partial<Fault>;
  if (duplicatesDeliveries(action)) {
    const hasEndpoint = exchanges.some(
      ({ operationId, status }) => operationId === 'createWebhookEndpoint' && status === 201,
    );
    return !hasEndpoint || !faults.some((fault) => fault.id === id && fault.hits > 0);
  }
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
