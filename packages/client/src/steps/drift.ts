import type { ContractDrift } from '../contract-drift.js';
import { spec } from '../generated/spec.gen.js';
import type { ReceivedResponse, Step } from '../request/pipeline.js';
import type { Finding } from '../response/find-drift.js';

/** Is told of each difference between a response and the spec. */
export type DriftListener = (drift: ContractDrift) => void;

/**
 * Compares each response with the spec, beside the call and never in its way: the tables are loaded when the first response
 * comes, and a listener that fails does no harm.
 */
export function drift(listener: DriftListener): Step {
  return (next) => async (request) => {
    const received = await next(request);
    report(received, listener).catch(() => undefined);
    return received;
  };
}

async function report(
  { request, response, data, text, withheld }: ReceivedResponse,
  listener: DriftListener,
): Promise<void> {
  const { findDrift } = await import('../response/find-drift.js');
  const { operation } = request;
  const { status } = response;
  const leaks = withheld.map((pointer): Finding => ({ kind: 'write-only-field', pointer }));
  // By now `data` belongs to the caller, who may have changed it.
  const findings = [...leaks, ...findDrift(operation, status, data && JSON.parse(text))];
  const tell = async (finding: Finding) =>
    listener({ ...finding, operation, status, specVersion: spec.version });
  await Promise.all(findings.map(tell));
}
