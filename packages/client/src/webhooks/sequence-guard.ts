import type { WebhookEvent } from './events.js';
import type { SequencePosition, SequenceStore, WebhookHandlerOptions } from './options.js';

/** Position of an event among all events about its customer. */
interface CustomerPosition extends SequencePosition {
  readonly customerId: string;
}

type GuardOptions = Pick<WebhookHandlerOptions, 'onGap' | 'onStale' | 'sequences'>;

/**
 * Reports a gap before an event, and returns whether the event is older than one that came before. An event that names no
 * customer or has no sequence passes.
 */
export function sequenceGuard(options: GuardOptions): (event: WebhookEvent) => Promise<boolean> {
  const { onGap, onStale, sequences = memorySequenceStore() } = options;
  return async (event) => {
    const position = onGap || onStale ? positionOf(event) : undefined;
    if (position === undefined) return false;
    const { customerId, ...received } = position;
    const latest = await sequences.get(customerId);
    if (latest && isOlder(received, latest)) return true;
    const expected = latest ? latest.sequence + 1 : received.sequence;
    // The position is stored only after the gap was handled: when that fails, the next attempt finds the gap again.
    if (received.sequence > expected) await onGap?.({ customerId, expected, received: received.sequence });
    await sequences.set(customerId, received);
    return false;
  };
}

function positionOf(event: WebhookEvent): CustomerPosition | undefined {
  const { sequence, createdAt, data } = event as { sequence?: unknown; createdAt?: unknown; data?: unknown };
  const customerId = customerIdOf(data);
  if (customerId === undefined || !Number.isSafeInteger(sequence)) return undefined;
  const position = { customerId, sequence: sequence as number };
  return typeof createdAt === 'string' ? { ...position, createdAt } : position;
}

function customerIdOf(data: unknown): string | undefined {
  const { customerId, object, id } = (data ?? {}) as Readonly<Record<string, unknown>>;
  const found = object === 'customer' ? id : customerId;
  return typeof found === 'string' ? found : undefined;
}

/** A lower sequence with a later time is not older: then the count began anew. */
function isOlder(position: SequencePosition, latest: SequencePosition): boolean {
  const isLater = Date.parse(position.createdAt ?? '') > Date.parse(latest.createdAt ?? '');
  return position.sequence < latest.sequence && !isLater;
}

/** Remembers the 10,000 customers with the latest events, in the memory of this process. */
function memorySequenceStore(): SequenceStore {
  const positions = new Map<string, SequencePosition>();
  return {
    get: (customerId) => positions.get(customerId),
    set(customerId, position) {
      positions.delete(customerId);
      positions.set(customerId, position);
      const [oldest = ''] = positions.keys();
      if (positions.size > 10_000) positions.delete(oldest);
    },
  };
}
