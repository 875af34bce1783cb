import { checkDuration, checkRuling, rulingFields } from '../sandbox/check-ruling.js';
import { checkedHabits, habitNames } from '../sandbox/delivery-habits.js';
import type { EndorsementName } from '../sandbox/endorsements.js';
import type { PutOffRuling, SandboxControls } from '../sandbox/sandbox-controls.js';
import { adminFields } from './admin-fields.js';
import { AdminRefusal } from './admin-refusal.js';
import type { AdminRoute } from './admin-routes.js';

/** Stands in for the controls of a sandbox in every other mode. */
export const noSandbox: SandboxControls = {
  advance: refuse,
  rule: refuse,
  deliveries: refuse,
  redeliver: refuse,
  setWebhookHabits: refuse,
  delivered: async () => refuse(),
  settled: async () => refuse(),
};

/** Admin routes that steer the sandbox. */
export function sandboxRoutes(sandbox: SandboxControls): Record<string, AdminRoute> {
  return {
    clock: { POST: (body) => advance(sandbox, body) },
    endorsements: { POST: (body) => rule(sandbox, body) },
    deliveries: {
      GET: () => ({ deliveries: sandbox.deliveries() }),
      POST: (body) => redeliver(sandbox, body),
    },
    webhooks: { POST: (body) => setHabits(sandbox, body) },
  };
}

function advance(sandbox: SandboxControls, body: unknown): object {
  const { advanceMs } = adminFields(body, ['advanceMs']);
  refusing(() => checkDuration('advanceMs', advanceMs));
  sandbox.advance(advanceMs as number);
  return { status: 'ok' };
}

function rule(sandbox: SandboxControls, body: unknown): object {
  const fields = adminFields(body, ['customerId', 'endorsement', ...rulingFields]);
  const { customerId, endorsement, ...rest } = fields;
  if (typeof customerId !== 'string') throw new AdminRefusal('customerId must be the id of a customer');
  const ruling = rest as unknown as PutOffRuling;
  refusing(() => checkRuling(endorsement, ruling));
  sandbox.rule(customerId, endorsement as EndorsementName, ruling);
  return { status: 'ok' };
}

function redeliver(sandbox: SandboxControls, body: unknown): object {
  const { deliveryId } = adminFields(body, ['deliveryId']);
  if (typeof deliveryId !== 'string') throw new AdminRefusal('deliveryId must be the id of a delivery');
  sandbox.redeliver(deliveryId);
  return { status: 'ok' };
}

function setHabits(sandbox: SandboxControls, body: unknown): object {
  const { endpointId, ...habits } = adminFields(body, ['endpointId', ...habitNames]);
  if (endpointId !== undefined && typeof endpointId !== 'string')
    throw new AdminRefusal('endpointId must be the id of a webhook endpoint, or left out for all');
  const checked = refusing(() => checkedHabits(habits));
  sandbox.setWebhookHabits({ copies: 1, isReordered: false, ...checked }, endpointId);
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

function refuse(): never {
  throw new AdminRefusal("there is no sandbox in this mode; start with mode: 'sandbox'");
}
