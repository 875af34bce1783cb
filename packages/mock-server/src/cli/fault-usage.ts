import { FaultRuleError } from '../faults/fault-rule-error.js';
import { UsageError } from './usage-error.js';

/** A rule that cannot be used, as a mistake in the command; any other error comes back as it is. */
export function faultUsage(error: unknown): unknown {
  return error instanceof FaultRuleError
    ? new UsageError(error.message.replace('Fault rule', '--fault'))
    : error;
}
