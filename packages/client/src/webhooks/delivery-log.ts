import type { DeliveryLog, MemoryDeliveryLogOptions } from './options.js';

/** A log in the memory of this process. */
export function memoryDeliveryLog(options: MemoryDeliveryLogOptions = {}): DeliveryLog {
  const { capacity = 10_000, claimTimeoutMs = 60_000, now = () => Date.now() } = options;
  // Claims are apart from what was handled, so that no number of deliveries makes the log forget one.
  const claims = new Map<string, number>();
  const handled = new Set<string>();
  return {
    begin(id) {
      if (handled.has(id)) return 'done';
      const moment = now();
      forgetExpired(claims, moment - claimTimeoutMs);
      if (claims.has(id)) return 'busy';
      claims.set(id, moment);
      return 'new';
    },
    complete(id) {
      claims.delete(id);
      handled.add(id);
      const [oldest = ''] = handled;
      if (handled.size > capacity) handled.delete(oldest);
    },
    abandon(id) {
      claims.delete(id);
    },
  };
}

/** Claims are in the order of their moments, so that one look at the first is enough when none has expired. */
function forgetExpired(claims: Map<string, number>, latestMs: number): void {
  for (const [id, claimedMs] of claims) {
    if (claimedMs > latestMs) return;
    claims.delete(id);
  }
}
