import type { Delivery } from './delivery.js';
import type { WebhookHabits } from './delivery-habits.js';
import type { EndorsementName, Ruling } from './endorsements.js';

/** A ruling, and when it is made. */
export interface PutOffRuling extends Ruling {
  /**
   * Milliseconds until it is made, on the clock of the sandbox.
   * @default 0
   */
  readonly afterMs?: number;
}

/** What a test can do to a sandbox from outside. */
export interface SandboxControls {
  /** Lets time pass, in milliseconds: tokens expire, what was put off comes due, and new records are younger. */
  advance(ms: number): void;
  /** Rules on an endorsement as a reviewer would, until the customer asks for it again. Throws for an unknown customer. */
  rule(customerId: string, endorsement: EndorsementName, ruling: PutOffRuling): void;
  /** Every webhook delivery so far, the oldest first; the latest 10,000. */
  deliveries(): Delivery[];
  /** Sends a delivery once more, under the same id. Throws for an unknown one, and when its endpoint is disabled or deleted. */
  redeliver(deliveryId: string): void;
  /** Sets how deliveries go out from now on, to one endpoint or to all. Throws for an unknown endpoint. */
  setWebhookHabits(habits: WebhookHabits, endpointId?: string): void;
  /** Resolves when every delivery that is due was attempted. */
  delivered(): Promise<void>;
  /** Resolves when everything so far outlives a crash. Rejects when the state cannot be kept. */
  settled(): Promise<void>;
}
