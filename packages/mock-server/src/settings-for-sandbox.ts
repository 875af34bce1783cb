import crypto from 'node:crypto';
import type { Contract } from './contract/contract.js';
import { duplicatingDeliver } from './faults/duplicating-deliver.js';
import type { Faults } from './faults/faults.js';
import { deliverToLoopbackOr } from './http/deliver-to-loopback.js';
import type { MockServerOptions } from './options.js';
import type { EventObserver } from './recorded-request.js';
import type { RequestLog } from './request-log.js';
import type { Hash } from './sandbox/state/fingerprint.js';
import type { SandboxSettings } from './sandbox/state/sandbox-state.js';

/** What checks the events of a sandbox, and what goes wrong with them. */
export interface SandboxSurroundings {
  readonly contract: Contract;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly observeEvent: EventObserver;
}

/** The settings of the sandbox within a mock server. */
export function settingsForSandbox(
  options: MockServerOptions,
  { contract, faults, log, observeEvent }: SandboxSurroundings,
): SandboxSettings {
  const { seed = 1, strict: isStrict = false, webhooks = {}, webhookEndpoints = [] } = options;
  const known = webhookEndpoints.map(({ url }) => url);
  const deliver = duplicatingDeliver(options.deliver ?? deliverToLoopbackOr(known), faults);
  const checkEvent = (body: string) => {
    const violations = contract.checkEvent(body);
    log.addViolations(violations);
    observeEvent(violations);
    return !(isStrict && violations.some(({ severity }) => severity === 'error'));
  };
  return { seed, now: faults.now, deliver, checkEvent, webhooks, webhookEndpoints, hash };
}

/** The native SHA-256: `crypto.hash` where the runtime has it, which takes half the time for short texts. */
const hash: Hash =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text)
    : (text) => crypto.createHash('sha256').update(text).digest('hex');
