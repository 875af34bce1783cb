/** State of a delivery with this id: never seen, being handled right now, or handled. */
export type DeliveryState = 'new' | 'busy' | 'done';

/**
 * Remembers deliveries by their id, because OMS may send one more than once. When several processes receive, use a
 * log in a store that they share.
 */
export interface DeliveryLog {
  /** Claims a delivery: `new` for whoever asks first, until `complete` or `abandon`. Must be atomic in a shared store. */
  begin(id: string): DeliveryState | Promise<DeliveryState>;
  /** The delivery was handled: further ones are `done`. */
  complete(id: string): void | Promise<void>;
  /** It was not: the next one is `new` again. */
  abandon(id: string): void | Promise<void>;
}

/** A log in the memory of this process, which forgets the oldest of more than `capacity` deliveries (10,000). */
export function memoryDeliveryLog({ capacity = 10_000 }: { readonly capacity?: number } = {}): DeliveryLog {
  const states = new Map<string, DeliveryState>();
  return {
    begin(id) {
      const state = states.get(id) ?? 'new';
      if (state === 'new') states.set(id, 'busy');
      if (states.size > capacity) states.delete(states.keys().next().value ?? id);
      return state;
    },
    complete(id) {
      states.set(id, 'done');
    },
    abandon(id) {
      states.delete(id);
    },
  };
}
