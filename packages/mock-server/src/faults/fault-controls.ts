import type { FaultRule } from './fault-rule.js';
import type { InjectedFault } from './injected-fault.js';

/** Makes things go wrong while a server runs. */
export interface FaultControls {
  /** Adds a rule, also as text such as `reset-after; operation=createCustomer; nth=1`. Throws FaultRuleError. */
  add(rule: FaultRule | string): InjectedFault;
  /** The rules at work, the oldest first. */
  list(): InjectedFault[];
  /** Takes a rule away; false when there is none with this id. */
  remove(id: string): boolean;
  /** Takes all rules away, those of the options too. */
  clear(): void;
}
