import { MisuseError } from '../option-check.js';
import { type Dialect, type GivenDialect, readDialect } from './dialect.js';
import { checkReviewDecision, type EndorsementName, type ReviewDecision } from './rules/endorsements.js';
import type { ScenarioControls } from './rules/scenarios.js';
import type { SeededIds } from './seed/put-in.js';
import type { SeedData } from './seed/seed-data.js';
import { checkDuration } from './state/clock.js';
import type { SandboxState } from './state/sandbox-state.js';
import type { DeliveryOptions } from './webhooks/delivery-options.js';
import type { Delivery } from './webhooks/delivery-queue.js';
import { type TriggerOptions, trigger } from './webhooks/triggers.js';

/** How a test controls a sandbox. Each method throws a `TypeError` for a value it cannot use. */
export interface SandboxControls {
  /** Moves the sandbox's clock forward, in milliseconds: tokens expire, and whatever was delayed happens. */
  advance(advanceMs: number): void;
  /**
   * Decides on an endorsement as a reviewer would, at once or `afterMs`. The decision stands until the customer requests
   * that endorsement again. Throws for an unknown customer.
   */
  decide(customerId: string, endorsement: EndorsementName, decision: ReviewDecision): void;
  /** Rules that decide the outcome of endorsements, also for customers who do not exist yet. */
  readonly scenarios: ScenarioControls;
  /**
   * Sends any event of the spec now, made from its example and the customer's data, and returns its deliveries. Throws for
   * an unknown event or customer, and for values that lead nowhere or break the schema.
   */
  trigger(event: string, options?: TriggerOptions): Delivery[];
  /** How the sandbox at present reads what the documentation leaves open. */
  dialect(): Dialect;
  /**
   * Has it read that in another way until `reset()`. Resolves once messages are checked against that; rejects for an unknown
   * dialect, and then changes nothing.
   */
  setDialect(dialect: GivenDialect): Promise<void>;
  /** The webhook deliveries so far, oldest first, with the status of each attempt: the latest 10,000. */
  deliveries(): Delivery[];
  /** Sends a delivery again under the same id. Throws if it is unknown, or its endpoint is disabled or deleted. */
  redeliver(deliveryId: string): void;
  /** Changes how deliveries go out from now on, to one endpoint or to all. Throws for an unknown endpoint. */
  setDeliveryOptions(options: DeliveryOptions, endpointId?: string): void;
  /** Resolves when every delivery that is due has been attempted; what `reorder` holds back is sent then. */
  delivered(): Promise<void>;
  /**
   * Adds customers with their wallets, and webhook endpoints, and returns their ids; a number makes up that many, the same
   * for the same seed. No events are sent. Throws a `SeedDataError` for unusable data before anything is changed.
   */
  seed(data: SeedData): SeededIds;
  /** Resolves when everything so far is in the state file. Rejects if it cannot be written. */
  settled(): Promise<void>;
}

/** Runs work on the state of a sandbox. Throws when there is no sandbox. */
export type UseState = <Result>(work: (state: SandboxState) => Result) => Result;

/** The controls of the sandbox whose state is used. */
export function sandboxControls(use: UseState): SandboxControls {
  return {
    advance: (advanceMs) =>
      use(({ clock }) => {
        checkDuration('advanceMs', advanceMs);
        clock.advance(advanceMs);
      }),
    decide: (customerId, endorsement, decision) =>
      use(({ customers }) => {
        checkId('customerId', customerId, 'a customer');
        checkReviewDecision(endorsement, decision);
        const { afterMs = 0, ...outcome } = decision;
        customers.decide(customerId, endorsement, outcome, afterMs);
      }),
    scenarios: {
      add: (rule) => use(({ scenarios }) => scenarios.add(rule)),
      list: () => use(({ scenarios }) => scenarios.list()),
      remove: (id) => use(({ scenarios }) => scenarios.remove(id)),
      clear: () => use(({ scenarios }) => scenarios.clear()),
    },
    trigger: (event, options) => use((state) => trigger(state, state.triggerable, event, options)),
    dialect: () => use(({ dialect }) => dialect),
    setDialect: async (given) => use((state) => state.speak(readDialect(given))),
    deliveries: () => use(({ deliveries }) => deliveries.list()),
    redeliver: (deliveryId) =>
      use(({ deliveries }) => {
        checkId('deliveryId', deliveryId, 'a delivery');
        deliveries.redeliver(deliveryId);
      }),
    setDeliveryOptions: (options, endpointId) =>
      use(({ deliveryOptions, endpoints }) => {
        if (endpointId !== undefined) {
          checkId('endpointId', endpointId, 'a webhook endpoint, or left out for all');
          endpoints.find(endpointId);
        }
        deliveryOptions.set(options, endpointId);
      }),
    delivered: async () => use(({ deliveries }) => deliveries.workOff()),
    seed: (data) => use((state) => state.seed(data)),
    settled: async () => use(({ tables }) => tables.settled()),
  };
}

function checkId(name: string, id: unknown, ofWhat: string): void {
  if (typeof id !== 'string') throw new MisuseError(`${name} must be the id of ${ofWhat}`);
}
