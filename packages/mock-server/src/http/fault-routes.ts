import { fieldChecks } from '../faults/fault-kinds.js';
import { type FaultRule, FaultRuleError } from '../faults/fault-rule.js';
import type { FaultControls } from '../faults/faults.js';
import { notFound } from '../sandbox/rules/api-problem.js';
import { AdminRefusal, type AdminRoute, adminFields } from './admin-routes.js';

/** The admin route that shows, adds and removes fault rules. */
export function faultRoutes(faults: FaultControls): Record<string, AdminRoute> {
  return {
    faults: {
      GET: () => ({ faults: faults.list() }),
      POST: (body) => add(faults, body),
      DELETE: (body) => remove(faults, body),
    },
  };
}

function add(faults: FaultControls, body: unknown): object {
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
function remove(faults: FaultControls, body: unknown): object {
  const { id } = adminFields(body, ['id']);
  if (id === undefined) faults.clear();
  else if (typeof id !== 'string') throw new AdminRefusal('id must be that of a fault');
  else if (!faults.remove(id)) throw notFound('fault');
  return { status: 'ok' };
}
