import { MisuseError } from '../option-check.js';
import { type CustomerRecord, customerView } from './rules/customer-record.js';
import { shortView } from './rules/wallets.js';
import type { UseState } from './sandbox-controls.js';
import type { SandboxState } from './state/sandbox-state.js';
import type { Delivery, DeliveryRecord } from './webhooks/delivery-queue.js';
import {
  endpointView,
  shownUrl,
  type WebhookEndpoint,
  type WebhookEndpointRecord,
} from './webhooks/webhook-endpoints.js';

/** A moment that the clock can be moved to. */
const goals = ['next-due', 'token-expiry'] as const;
type Goal = (typeof goals)[number];

/** A customer as the API shows one, and when an endorsement stands differently next. */
interface ShownCustomer {
  readonly customer: object;
  readonly nextDueAt: string | null;
}

/** A customer with the events about it, the oldest first. */
interface CustomerInFull extends ShownCustomer {
  readonly deliveries: readonly Delivery[];
}

/** An endpoint as the API shows one, and why it is never called if it is not. */
type ShownEndpoint = WebhookEndpoint & { readonly neverCalled: string | null };

/** A delivery with where it goes and when it is due. */
interface ShownDelivery extends Delivery {
  readonly url: string | null;
  readonly dueAt: string | null;
  /** The event as it is sent. */
  readonly body: string;
}

/** The clock, and what lies ahead. */
interface ShownClock {
  readonly now: string;
  readonly aheadMs: number;
  readonly nextDueAt: string | null;
  /** Of the token that was issued last. */
  readonly tokenExpiresAt: string | null;
}

/** What a sandbox shows and offers beside the API to those who look at it while it runs. */
export interface SandboxViews {
  /** The newest first, so many at most. */
  customers(limit: number): ShownCustomer[];
  customer(id: string): CustomerInFull;
  endpoints(): ShownEndpoint[];
  /** With its secret. */
  endpoint(id: string): ShownEndpoint & { readonly secret: string };
  delivery(id: string): ShownDelivery;
  clock(): ShownClock;
  /** What signs deliveries to listeners. */
  listenSecret(): string;
  /** Makes an endpoint for a listener, for every event. */
  startListening(url: string): { readonly endpointId: string; readonly secret: string };
  /** Deletes it, if it is still there. */
  stopListening(endpointId: string): void;
  /** Moves the clock to a moment that lies ahead. Throws MisuseError when there is none. */
  advanceTo(goal: unknown): void;
}

/** The views of the sandbox whose state is used. */
export function sandboxViews(use: UseState): SandboxViews {
  return {
    customers: (limit) =>
      use((state) => firstOf(state.customers.below(), limit).map((record) => customerIn(state, record))),
    customer: (id) =>
      use((state) => ({
        ...customerIn(state, state.customers.find(id)),
        deliveries: state.deliveries.about(id),
      })),
    endpoints: () => use(({ endpoints }) => endpoints.all().map((record) => endpointIn(endpoints, record))),
    endpoint: (id) =>
      use(({ endpoints }) => {
        const record = endpoints.find(id);
        return { ...endpointIn(endpoints, record), secret: record.secret };
      }),
    delivery: (id) => use((state) => deliveryIn(state, state.deliveries.find(id))),
    clock: () => use(clockOf),
    listenSecret: () => use(listenSecret),
    startListening: (url) =>
      use((state) => {
        const secret = listenSecret(state);
        const { id: endpointId } = state.endpoints.addGiven({ url, secret });
        return { endpointId, secret };
      }),
    stopListening: (endpointId) =>
      use(({ endpoints }) => {
        if (endpoints.all().some(({ id }) => id === endpointId)) endpoints.delete(endpointId);
      }),
    advanceTo: (goal) => use((state) => advanceTo(state, goal)),
  };
}

function firstOf<Item>(items: Iterable<Item>, limit: number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length >= limit) break;
    first.push(item);
  }
  return first;
}

function listenSecret({ tables, ids }: SandboxState): string {
  const secrets = tables.table<string>('listenSecret');
  return secrets.get('') ?? secrets.set('', `whsec_${ids.secretHex(64)}`);
}

function customerIn({ wallets, clock, dialect }: SandboxState, record: CustomerRecord): ShownCustomer {
  const nowMs = clock.nowMs();
  const steps = Object.values(record.reviews).flat();
  const nextMs = Math.min(...steps.map(({ fromMs }) => fromMs).filter((fromMs) => fromMs > nowMs));
  const customer = customerView(record, wallets.of(record.id).map(shortView), nowMs, dialect);
  return { customer, nextDueAt: timeAt(nextMs) };
}

function endpointIn(endpoints: SandboxState['endpoints'], record: WebhookEndpointRecord): ShownEndpoint {
  return { ...endpointView(record), neverCalled: endpoints.whyNeverCalled(record) ?? null };
}

function deliveryIn({ endpoints }: SandboxState, record: DeliveryRecord): ShownDelivery {
  const { id, endpointId, event, state, attempts, body, dueMs } = record;
  const target = endpoints.target(endpointId);
  const dueAt = state === 'pending' ? timeAt(dueMs) : null;
  return { id, endpointId, event, state, attempts, url: target ? shownUrl(target.url) : null, dueAt, body };
}

function clockOf(state: SandboxState): ShownClock {
  const { clock } = state;
  const [nextDueAt, tokenExpiresAt] = [
    timeAt(momentOf(state, 'next-due')),
    timeAt(momentOf(state, 'token-expiry')),
  ];
  return { now: clock.timestamp(), aheadMs: clock.aheadMs, nextDueAt, tokenExpiresAt };
}

function advanceTo(state: SandboxState, goal: unknown): void {
  const known = goals.find((name) => name === goal);
  if (known === undefined) throw new MisuseError(`to must be one of ${goals.join(', ')}`);
  const moment = momentOf(state, known);
  if (!Number.isFinite(moment))
    throw new MisuseError(
      known === 'next-due' ? 'nothing is due' : 'no token is valid: none was issued, or all are expired',
    );
  state.clock.advance(Math.max(0, moment - state.clock.nowMs()));
}

/** Infinite when nothing lies ahead. */
function momentOf({ customers, deliveries, tokens }: SandboxState, goal: Goal): number {
  return goal === 'next-due'
    ? Math.min(customers.nextDueMs, deliveries.earliestDueMs)
    : tokens.latestExpiryMs;
}

function timeAt(ms: number): string | null {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}
