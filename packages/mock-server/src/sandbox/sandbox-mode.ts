import type { Mode } from '../message/forward.js';
import type { Deliver, Delivery } from './deliveries.js';
import type { EndorsementName, Ruling } from './endorsements.js';
import { Sandbox } from './sandbox.js';
import type { WorldOptions } from './world.js';

/** What a test can do to a sandbox from outside. */
export interface SandboxControls {
  /** Lets time pass, in milliseconds: tokens expire, and new records are younger. */
  advance(ms: number): void;
  /** Rules on an endorsement as a reviewer would, until the customer asks for it again. Throws for an unknown customer. */
  rule(customerId: string, endorsement: EndorsementName, ruling: Ruling): void;
  /** Every webhook delivery so far, the oldest first. */
  deliveries(): Delivery[];
  /** Sends a delivery once more, under the same id. Throws for an unknown one. */
  redeliver(deliveryId: string): void;
  /** Resolves when every delivery that is due was attempted. */
  delivered(): Promise<void>;
}

/** Answers from a stateful sandbox, which `reset` empties. */
export function sandboxMode(
  options: WorldOptions,
  deliver: Deliver,
): Mode & { readonly controls: SandboxControls } {
  let sandbox = new Sandbox(options, deliver);
  return {
    responseBlame: 'server',
    forward: (request) => sandbox.answer(request),
    reset() {
      sandbox.stop();
      sandbox = new Sandbox(options, deliver);
    },
    controls: {
      advance: (ms) => sandbox.advance(ms),
      rule: (...ruling) => sandbox.rule(...ruling),
      deliveries: () => sandbox.deliveries(),
      redeliver: (id) => sandbox.redeliver(id),
      delivered: () => sandbox.delivered(),
    },
  };
}
