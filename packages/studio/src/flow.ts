import { type Attempt, byTime, type Exchange } from './admin-api.js';
import type { Action } from './store.js';

/** Who takes part in an onboarding. */
export const lanes = ['App', 'OMS', 'Chain', 'Webhook'] as const;

type Lane = (typeof lanes)[number];

/** One arrow of the diagram, or a note at one lane. */
export interface FlowArrow {
  readonly key: string;
  readonly time: string;
  readonly from: Lane;
  readonly to: Lane;
  readonly text: string;
  /** Whether it was refused, lost or rejected. */
  readonly isFailed: boolean;
}

/** What is drawn as the onboarding of one customer. */
interface FlowParts {
  readonly customerId: string;
  readonly walletIds: readonly string[];
  /** Customers by the exchange that created them. */
  readonly createdIn: ReadonlyMap<string, string>;
  readonly exchanges: readonly Exchange[];
  /** Those to deliver events about the customer. */
  readonly attempts: readonly Attempt[];
  readonly actions: readonly Action[];
}

/** What happened to a customer, in the order of time. */
export function flowOf(parts: FlowParts): FlowArrow[] {
  const { customerId, walletIds, createdIn } = parts;
  const ids = [customerId, ...walletIds];
  const calls = parts.exchanges.filter(({ id, target = '' }) => {
    const words = target.split(/[/?]/);
    return createdIn.get(id) === customerId || ids.some((one) => words.includes(one));
  });
  const done = parts.actions.filter(({ body }) => Reflect.get(Object(body), 'customerId') === customerId);
  return [
    ...calls.flatMap(arrowsOfExchange),
    ...parts.attempts.flatMap(arrowsOfAttempt),
    ...done.map(arrowOfAction),
  ].sort(byTime);
}

function arrowsOfExchange({
  id,
  time,
  method,
  path,
  status,
  durationMs,
  operationId,
  faults,
}: Exchange): FlowArrow[] {
  const isFailed = status === 0 || status >= 400;
  const response = status === 0 ? 'no response' : String(status);
  const because = faults === undefined || faults.length === 0 ? '' : ` (${faults.join(', ')})`;
  const request: FlowArrow = {
    key: `${id} request`,
    time,
    from: 'App',
    to: 'OMS',
    text: `${method} ${path}`,
    isFailed: false,
  };
  const made: FlowArrow = {
    key: `${id} chain`,
    time,
    from: 'OMS',
    to: 'Chain',
    text: 'address of the wallet',
    isFailed: false,
  };
  const back: FlowArrow = {
    ...{ key: `${id} response`, time: later(time, durationMs), from: 'OMS', to: 'App', isFailed },
    text: `${response}${because}, ${durationMs} ms`,
  };
  return operationId === 'createWallet' && !isFailed ? [request, made, back] : [request, back];
}

function arrowsOfAttempt(attempt: Attempt): FlowArrow[] {
  const { deliveryId, attempt: number, time, event, status, failure, neverCalled, durationMs } = attempt;
  const isFailed = status < 200 || status > 299;
  const key = `${deliveryId} ${number}`;
  const response = status === 0 ? (neverCalled ?? failure ?? 'no response') : String(status);
  const again = number > 1 ? `, attempt ${number}` : '';
  return [
    {
      ...{ key: `${key} event`, time: later(time, -durationMs), from: 'OMS', to: 'Webhook' },
      ...{ text: `${event}${again}`, isFailed: false },
    },
    {
      key: `${key} response`,
      time,
      from: 'Webhook',
      to: 'OMS',
      text: `${response}, ${durationMs} ms`,
      isFailed,
    },
  ];
}

function later(time: string, ms: number): string {
  return new Date(Date.parse(time) + ms).toISOString();
}

function arrowOfAction({ time, route, body }: Action): FlowArrow {
  const { endorsement, status } = Object(body) as { endorsement?: unknown; status?: unknown };
  const text = route === 'endorsements' ? `${endorsement} becomes ${status}` : route;
  return { key: `${time} ${route}`, time, from: 'OMS', to: 'OMS', text, isFailed: status === 'REJECTED' };
}

/** The diagram as Mermaid, which documents and pull requests render. */
export function mermaidOf(arrows: readonly FlowArrow[]): string {
  const lines = arrows.map(({ from, to, text, isFailed }) => {
    const plain = text
      .replaceAll(/[^\p{L}\p{N} .,:/(){}_-]/gu, ' ')
      .replaceAll(/[{}]/g, (sign) => (sign === '{' ? '#123;' : '#125;'));
    return `  ${from}${isFailed ? '--x' : '->>'}${to}: ${plain}`;
  });
  return ['sequenceDiagram', ...lanes.map((lane) => `  participant ${lane}`), ...lines, ''].join('\n');
}
