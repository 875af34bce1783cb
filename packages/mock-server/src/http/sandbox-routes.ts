import type { EndorsementName } from '../sandbox/rules/endorsements.js';
import {
  checkReviewDecision,
  decisionFields,
  type ReviewDecision,
} from '../sandbox/rules/review-decisions.js';
import { type SandboxControls, sandboxControls } from '../sandbox/sandbox-controls.js';
import { checkDuration } from '../sandbox/state/clock.js';
import { checkedDeliveryOptions, deliveryOptionNames } from '../sandbox/webhooks/delivery-options.js';
import { AdminRefusal, type AdminRoute, adminFields } from './admin-routes.js';

/** Stands in for the controls of a sandbox in every other mode. */
export const noSandbox: SandboxControls = sandboxControls(() => {
  throw new AdminRefusal("there is no sandbox in this mode; start with mode: 'sandbox'");
});

/** Admin routes that steer the sandbox. */
export function sandboxRoutes(sandbox: SandboxControls): Record<string, AdminRoute> {
  return {
    clock: { POST: (body) => advance(sandbox, body) },
    endorsements: { POST: (body) => decide(sandbox, body) },
    deliveries: {
      GET: () => ({ deliveries: sandbox.deliveries() }),
      POST: (body) => redeliver(sandbox, body),
    },
    webhooks: { POST: (body) => setDeliveryOptions(sandbox, body) },
  };
}

function advance(sandbox: SandboxControls, body: unknown): object {
  const { advanceMs } = adminFields(body, ['advanceMs']);
  refusing(() => checkDuration('advanceMs', advanceMs));
  sandbox.advance(advanceMs as number);
  return { status: 'ok' };
}

function decide(sandbox: SandboxControls, body: unknown): object {
  const fields = adminFields(body, ['customerId', 'endorsement', ...decisionFields]);
  const { customerId, endorsement, ...rest } = fields;
  if (typeof customerId !== 'string') throw new AdminRefusal('customerId must be the id of a customer');
  const decision = rest as unknown as ReviewDecision;
  refusing(() => checkReviewDecision(endorsement, decision));
  sandbox.decide(customerId, endorsement as EndorsementName, decision);
  return { status: 'ok' };
}

function redeliver(sandbox: SandboxControls, body: unknown): object {
  const { deliveryId } = adminFields(body, ['deliveryId']);
  if (typeof deliveryId !== 'string') throw new AdminRefusal('deliveryId must be the id of a delivery');
  sandbox.redeliver(deliveryId);
  return { status: 'ok' };
}

function setDeliveryOptions(sandbox: SandboxControls, body: unknown): object {
  const { endpointId, ...options } = adminFields(body, ['endpointId', ...deliveryOptionNames]);
  if (endpointId !== undefined && typeof endpointId !== 'string')
    throw new AdminRefusal('endpointId must be the id of a webhook endpoint, or left out for all');
  const checked = refusing(() => checkedDeliveryOptions(options));
  sandbox.setDeliveryOptions({ copies: 1, reorder: false, ...checked }, endpointId);
  return { status: 'ok' };
}

/** What the sandbox says of a value it cannot work with, as a refusal of the route. */
function refusing<Value>(check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    throw new AdminRefusal((error as Error).message);
  }
}
