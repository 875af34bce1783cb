import { fieldChecks } from '../faults/fault-kinds.js';
import { type FaultRule, FaultRuleError } from '../faults/fault-rule.js';
import type { FaultControls } from '../faults/faults.js';
import { packageVersion } from '../generated/package.gen.js';
import type { RequestLog } from '../observers/observer.js';
import type { ModeName } from '../options.js';
import { notFound } from '../sandbox/rules/api-problem.js';
import type { EndorsementName } from '../sandbox/rules/endorsements.js';
import {
  checkReviewDecision,
  decisionFields,
  type ReviewDecision,
} from '../sandbox/rules/review-decisions.js';
import { type SandboxControls, sandboxControls } from '../sandbox/sandbox-controls.js';
import { checkDuration } from '../sandbox/state/clock.js';
import { checkedDeliveryOptions, deliveryOptionNames } from '../sandbox/webhooks/delivery-options.js';
import type { Spec } from '../spec/spec.js';
import { AdminRefusal, type AdminRoute, adminFields } from './admin-routes.js';

/** Stands in for the controls of a sandbox in every other mode. */
export const noSandbox: SandboxControls = sandboxControls(() => {
  throw new AdminRefusal("there is no sandbox in this mode; start with mode: 'sandbox'");
});

/** What the admin routes show and steer. */
interface Steered {
  readonly spec: Spec;
  readonly mode: ModeName;
  readonly log: RequestLog;
  readonly reset: () => void;
  readonly sandbox: SandboxControls;
  readonly faults: FaultControls;
}

const done = { status: 'ok' };

/** Every admin route, by its name below `/__oms/`. */
export function adminTable({ spec, mode, log, reset, sandbox, faults }: Steered): Record<string, AdminRoute> {
  const { version, sha256, document } = spec;
  return {
    health: { GET: () => ({ status: 'ok', version: packageVersion, spec: { version, sha256 }, mode }) },
    violations: { GET: () => ({ violations: log.violations }) },
    requests: { GET: () => ({ requests: log.requests }) },
    spec: { GET: () => document },
    reset: {
      POST: (body) => {
        adminFields(body, []);
        reset();
        return done;
      },
    },
    clock: { POST: (body) => advance(sandbox, body) },
    endorsements: { POST: (body) => decide(sandbox, body) },
    deliveries: {
      GET: () => ({ deliveries: sandbox.deliveries() }),
      POST: (body) => redeliver(sandbox, body),
    },
    webhooks: { POST: (body) => setDeliveryOptions(sandbox, body) },
    faults: {
      GET: () => ({ faults: faults.list() }),
      POST: (body) => addFault(faults, body),
      DELETE: (body) => removeFaults(faults, body),
    },
  };
}

function advance(sandbox: SandboxControls, body: unknown): object {
  const { advanceMs } = adminFields(body, ['advanceMs']);
  refusing(() => checkDuration('advanceMs', advanceMs));
  sandbox.advance(advanceMs as number);
  return done;
}

function decide(sandbox: SandboxControls, body: unknown): object {
  const fields = adminFields(body, ['customerId', 'endorsement', ...decisionFields]);
  const { customerId, endorsement, ...rest } = fields;
  if (typeof customerId !== 'string') throw new AdminRefusal('customerId must be the id of a customer');
  const decision = rest as unknown as ReviewDecision;
  refusing(() => checkReviewDecision(endorsement, decision));
  sandbox.decide(customerId, endorsement as EndorsementName, decision);
  return done;
}

function redeliver(sandbox: SandboxControls, body: unknown): object {
  const { deliveryId } = adminFields(body, ['deliveryId']);
  if (typeof deliveryId !== 'string') throw new AdminRefusal('deliveryId must be the id of a delivery');
  sandbox.redeliver(deliveryId);
  return done;
}

function setDeliveryOptions(sandbox: SandboxControls, body: unknown): object {
  const { endpointId, ...options } = adminFields(body, ['endpointId', ...deliveryOptionNames]);
  if (endpointId !== undefined && typeof endpointId !== 'string')
    throw new AdminRefusal('endpointId must be the id of a webhook endpoint, or left out for all');
  const checked = refusing(() => checkedDeliveryOptions(options));
  sandbox.setDeliveryOptions({ copies: 1, reorder: false, ...checked }, endpointId);
  return done;
}

/** What the sandbox says of a value it cannot work with, as a refusal of the route. */
function refusing<Value>(check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    throw new AdminRefusal((error as Error).message);
  }
}

function addFault(faults: FaultControls, body: unknown): object {
  const rule = ruleIn(body);
  try {
    return faults.add(rule as FaultRule | string);
  } catch (error) {
    if (error instanceof FaultRuleError) throw new AdminRefusal(error.message);
    throw error;
  }
}

/** Takes a rule, or `{ "rule": "its text" }`. */
function ruleIn(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if (Object.hasOwn(body, 'rule')) return adminFields(body, ['rule'])['rule'];
  return adminFields(body, ['kind', ...Object.keys(fieldChecks)]);
}

/** Without an id, all of them. */
function removeFaults(faults: FaultControls, body: unknown): object {
  const { id } = adminFields(body, ['id']);
  if (id === undefined) faults.clear();
  else if (typeof id !== 'string') throw new AdminRefusal('id must be that of a fault');
  else if (!faults.remove(id)) throw notFound('fault');
  return done;
}
