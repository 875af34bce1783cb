import type { FaultRule } from './fault-rule.js';
import { FaultRuleError } from './fault-rule-error.js';

/** What a rule can be about: an operation of the spec, or a request that belongs to none. */
export interface FaultTarget {
  readonly operationId?: string | undefined;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  /** Whether the operation wants credentials. */
  readonly isSecured: boolean;
}

/** Whether a rule is about requests for this target. */
export function isAbout(rule: FaultRule, target: FaultTarget): boolean {
  if (rule.kind === 'duplicate-delivery') return false;
  const { operation = 'any' } = rule;
  // A refused token means nothing to an operation that takes none, such as the exchange that issues it.
  if (operation === 'any') return rule.kind !== 'unauthorized' || target.isSecured;
  return operation === target.operationId || nameOf(operation) === nameOf(`${target.method} ${target.path}`);
}

/** Throws FaultRuleError when a rule is about an operation there is not. */
export function checkOperation(rule: FaultRule, targets: readonly FaultTarget[]): void {
  if (rule.kind === 'duplicate-delivery' || (rule.operation ?? 'any') === 'any') return;
  const { operation } = rule;
  const isKnown = targets.some((target) => {
    return isAbout({ kind: 'reset-before', ...(operation !== undefined && { operation }) }, target);
  });
  if (isKnown) return;
  const known = targets.map(({ operationId, method, path }) => operationId ?? `${method} ${path}`);
  throw new FaultRuleError('operation', `is not in the spec, which has ${known.join(', ')}`);
}

/** Methods in any case and with any space behind them are the same. */
function nameOf(operation: string): string {
  const [, method = '', path = ''] = /^([A-Za-z]+)\s+(\S+)$/.exec(operation) ?? [];
  return `${method.toUpperCase()} ${path}`;
}
