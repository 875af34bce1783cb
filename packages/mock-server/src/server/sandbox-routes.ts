import { rulingFields } from '../sandbox/check-ruling.js';
import { habitNames } from '../sandbox/delivery-habits.js';
import { endorsementNames, endorsementStatuses } from '../sandbox/endorsements.js';
import type { SandboxControls } from '../sandbox/sandbox-controls.js';
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
  if (!isDuration(advanceMs)) throw new AdminRefusal('advanceMs must be a number of milliseconds, 0 or more');
  sandbox.advance(advanceMs);
  return { status: 'ok' };
}

function rule(sandbox: SandboxControls, body: unknown): object {
  const fields = adminFields(body, ['customerId', 'endorsement', ...rulingFields]);
  const { customerId, endorsement, status, reason, afterMs = 0 } = fields;
  const name = endorsementNames.find((known) => known === endorsement);
  const wanted = endorsementStatuses.find((known) => known === status);
  if (typeof customerId !== 'string') throw new AdminRefusal('customerId must be the id of a customer');
  if (name === undefined) throw new AdminRefusal(`endorsement must be one of ${endorsementNames.join(', ')}`);
  if (wanted === undefined) throw new AdminRefusal(`status must be one of ${endorsementStatuses.join(', ')}`);
  if (reason !== undefined && typeof reason !== 'string') throw new AdminRefusal('reason must be a text');
  if (!isDuration(afterMs)) throw new AdminRefusal('afterMs must be a number of milliseconds, 0 or more');
  sandbox.rule(customerId, name, { status: wanted, afterMs, ...(reason !== undefined && { reason }) });
  return { status: 'ok' };
}

function redeliver(sandbox: SandboxControls, body: unknown): object {
  const { deliveryId } = adminFields(body, ['deliveryId']);
  if (typeof deliveryId !== 'string') throw new AdminRefusal('deliveryId must be the id of a delivery');
  sandbox.redeliver(deliveryId);
  return { status: 'ok' };
}

function setHabits(sandbox: SandboxControls, body: unknown): object {
  const { endpointId, copies = 1, isReordered = false } = adminFields(body, ['endpointId', ...habitNames]);
  if (endpointId !== undefined && typeof endpointId !== 'string')
    throw new AdminRefusal('endpointId must be the id of a webhook endpoint, or left out for all');
  if (typeof copies !== 'number' || !Number.isInteger(copies) || copies < 1 || copies > 100)
    throw new AdminRefusal('copies must be a whole number from 1 to 100');
  if (typeof isReordered !== 'boolean') throw new AdminRefusal('isReordered must be true or false');
  sandbox.setWebhookHabits({ copies, isReordered }, endpointId);
  return { status: 'ok' };
}

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

function refuse(): never {
  throw new AdminRefusal("there is no sandbox in this mode; start with mode: 'sandbox'");
}
