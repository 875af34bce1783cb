import type { Mode } from '../message/forward.js';
import type { EndorsementName, Ruling } from './endorsements.js';
import { Sandbox } from './sandbox.js';
import type { WorldOptions } from './world.js';

/** What a test can do to a sandbox from outside. */
export interface SandboxControls {
  /** Lets time pass, in milliseconds: tokens expire, and new records are younger. */
  advance(ms: number): void;
  /** Rules on an endorsement as a reviewer would, until the customer asks for it again. Throws for an unknown customer. */
  rule(customerId: string, endorsement: EndorsementName, ruling: Ruling): void;
}

/** Answers from a stateful sandbox, which `reset` empties. */
export function sandboxMode(options: WorldOptions): Mode & { readonly controls: SandboxControls } {
  let sandbox = new Sandbox(options);
  return {
    responseBlame: 'server',
    forward: (request) => sandbox.answer(request),
    reset() {
      sandbox = new Sandbox(options);
    },
    controls: {
      advance: (ms) => sandbox.advance(ms),
      rule: (...ruling) => sandbox.rule(...ruling),
    },
  };
}
