import { SpecError } from './spec-error.js';
import type { SpecNode } from './spec-node.js';

/** An operationId is a text, and each operation has one of its own. Throws SpecError. */
export function checkOperationIds(operations: readonly SpecNode[]): void {
  const owners = new Map<unknown, string>();
  for (const { object, pointer } of operations) {
    const { operationId } = object;
    if (operationId === undefined) continue;
    const place = `${pointer}/operationId`;
    if (typeof operationId !== 'string' || operationId === '')
      throw new SpecError(place, 'operationId must be a string', 'Give it a name, or leave it out');
    const owner = owners.get(operationId);
    if (owner !== undefined)
      throw new SpecError(place, `"${operationId}" is taken by #${owner}`, 'Give each its own name');
    owners.set(operationId, pointer);
  }
}
