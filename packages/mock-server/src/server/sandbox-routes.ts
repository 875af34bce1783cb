import { endorsementNames, endorsementStatuses } from '../sandbox/endorsements.js';
import type { SandboxControls } from '../sandbox/sandbox-mode.js';
import { AdminRefusal } from './admin-refusal.js';
import type { AdminRoute } from './admin-routes.js';

/** Stands in for the controls of a sandbox in every other mode. */
export const noSandbox: SandboxControls = {
  advance: refuse,
  rule: refuse,
  deliveries: refuse,
  redeliver: refuse,
  delivered: async () => refuse(),
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
  };
}

function advance(sandbox: SandboxControls, body: unknown): object {
  const { advanceMs } = Object(body) as { advanceMs?: unknown };
  if (typeof advanceMs !== 'number' || !(advanceMs >= 0) || advanceMs > Number.MAX_SAFE_INTEGER) {
    throw new AdminRefusal('advanceMs must be a number of milliseconds, 0 or more');
  }
  sandbox.advance(advanceMs);
  return { status: 'ok' };
}

function rule(sandbox: SandboxControls, body: unknown): object {
  const { customerId, endorsement, status, reason } = Object(body) as Record<string, unknown>;
  const name = endorsementNames.find((known) => known === endorsement);
  const wanted = endorsementStatuses.find((known) => known === status);
  if (typeof customerId !== 'string') throw new AdminRefusal('customerId must be the id of a customer');
  if (name === undefined) throw new AdminRefusal(`endorsement must be ${endorsementNames.join(', ')}`);
  if (wanted === undefined) throw new AdminRefusal(`status must be ${endorsementStatuses.join(', ')}`);
  sandbox.rule(customerId, name, { status: wanted, ...(typeof reason === 'string' && { reason }) });
  return { status: 'ok' };
}

function redeliver(sandbox: SandboxControls, body: unknown): object {
  const { deliveryId } = Object(body) as { deliveryId?: unknown };
  if (typeof deliveryId !== 'string') throw new AdminRefusal('deliveryId must be the id of a delivery');
  sandbox.redeliver(deliveryId);
  return { status: 'ok' };
}

function refuse(): never {
  throw new AdminRefusal("there is no sandbox in this mode; start with mode: 'sandbox'");
}
