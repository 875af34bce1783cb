import type { Contract } from '../contract/contract.js';
import type { Exchange } from '../contract/exchange.js';
import type { RawRequest } from '../http/raw-request.js';
import type { Mode } from '../modes/mode.js';
import type { FaultKind } from './fault-rule.js';
import type { Faults } from './faults.js';
import { faultHeader } from './parse-fault.js';

/** An exchange, and what was done to it on purpose. */
export interface FaultyExchange extends Exchange {
  readonly faults?: readonly FaultKind[];
  /** Waits as long as the response is to be held back. */
  readonly holdBack?: () => Promise<void>;
}

/**
 * Has a request answered with everything that goes wrong with it. The request is checked all the same; what a fault puts in
 * the place of a response is not. Throws FaultRuleError for a bad `x-oms-fault`, and
 * RequestDropped when the server is reset while the request waits.
 */
export async function faultyExchange(
  { faults, contract, mode }: { readonly faults: Faults; readonly contract: Contract; readonly mode: Mode },
  raw: RawRequest,
  ask: (raw: RawRequest, mode: Mode) => Promise<Exchange>,
): Promise<FaultyExchange> {
  const { [faultHeader]: header, ...headers } = raw.headers;
  const plan = faults.planFor(header, () => contract.targetOf(raw));
  if (plan === undefined) return ask(raw, mode);
  await plan.wait('before');
  const exchange = await ask({ ...raw, headers }, plan.around(mode));
  if (plan.kinds.length === 0) return exchange;
  const response = plan.applyTo(exchange.response, raw.id);
  return { ...exchange, response, faults: plan.kinds, holdBack: () => plan.wait('after') };
}
