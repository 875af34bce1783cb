import { selectionFields } from './fault-kinds.js';
import type { FaultRule } from './fault-rule.js';
import { FaultRuleError } from './fault-rule-error.js';
import { parseFault } from './parse-fault.js';

/** Name of the request header that has a fault hit just its request, and of the one that marks a response hit by one. */
export const faultHeader = 'x-oms-fault';

/** Reads the value of that header. It needs no conditions, so FaultRuleError is thrown for one. */
export function parseFaultHeader(text: string): FaultRule {
  const rule = parseFault(text);
  if (rule.kind === 'duplicate-delivery')
    throw new FaultRuleError('kind', 'duplicate-delivery is about deliveries, not about a request');
  const condition = selectionFields(rule.kind).find((name) => Object.hasOwn(rule, name));
  if (condition !== undefined)
    throw new FaultRuleError(condition, 'has no meaning in a header, which hits its own request alone');
  return rule;
}
