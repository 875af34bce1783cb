import { pointerTo } from '../errors/oms-error.js';
import { spec } from '../generated/spec.gen.js';
import type { ContractDrift } from '../options.js';
import type { ReceivedResponse, Step } from '../request/pipeline.js';
import type { Difference } from '../response/find-drift.js';

type DriftListener = (drift: ContractDrift) => void;

/**
 * Compares each response with the spec without delaying the call: the tables are loaded when the first response arrives,
 * and a listener that fails does no harm. Does nothing without a listener.
 */
export function drift(listener: DriftListener | undefined): Step {
  return (next) => {
    if (listener === undefined) return next;
    return async (request) => {
      const received = await next(request);
      report(received, listener).catch(() => undefined);
      return received;
    };
  };
}

async function report(
  { request, response, data, text, redacted }: ReceivedResponse,
  listener: DriftListener,
): Promise<void> {
  const { findAnnouncements, findDrift } = await import('../response/find-drift.js');
  const { operation } = request;
  const { status, headers } = response;
  const leaks = redacted.map((pointer): Difference => ({ kind: 'write-only-field', pointer }));
  // By now `data` belongs to the caller, who may have changed it.
  const found = findDrift(operation, status, data === undefined ? undefined : JSON.parse(text), pointerTo);
  const differences = [...findAnnouncements(headers), ...leaks, ...found];
  const call = async (difference: Difference) =>
    listener({ ...difference, operation, status, specVersion: spec.version });
  await Promise.all(differences.map(call));
}
