import type { Observer, RecordedRequest, WholeExchange } from '../../observers/observer.js';
import type { OnChange } from '../../sandbox/state/tables.js';
import type { DeliveryAttempt, UncalledEndpoint } from '../../sandbox/webhooks/delivery-options.js';
import type { Violation } from '../../violations/violation.js';
import { StreamReader, sign } from './stream-reader.js';

/** An exchange as a stream tells of it: nothing of what was in its messages. */
interface StreamedExchange extends RecordedRequest, Pick<WholeExchange, 'id' | 'durationMs'> {
  readonly time: string;
  readonly violations: readonly Violation[];
}

/** One thing that happened. */
type Change =
  | ({ readonly type: 'exchange' } & StreamedExchange)
  | ({ readonly type: 'attempt' } & DeliveryAttempt)
  | ({ readonly type: 'uncalled-endpoint' } & UncalledEndpoint)
  | { readonly type: 'event'; readonly violations: readonly Violation[] }
  | StateChange;

/** Says what is to be read again: all of its type, or the one with this id. */
interface StateChange {
  readonly type: 'customer' | 'wallet' | 'endpoint' | 'delivery' | 'clock' | 'scenarios' | 'faults' | 'reset';
  readonly id?: string;
}

/** The tables of the sandbox that are told of, whether by the id of a row. */
const tables = new Map<string, readonly [type: StateChange['type'], hasId: boolean]>([
  ['customer', ['customer', true]],
  ['wallet', ['wallet', true]],
  ['webhookEndpoint', ['endpoint', true]],
  ['delivery', ['delivery', true]],
  ['clock', ['clock', false]],
  ['scenario', ['scenarios', false]],
]);

/** So much waits for a reader who is slow, or comes back; what is older is forgotten. */
const mostKept = 2000;

/**
 * What happens in a server, as server-sent events. Nothing is collected before somebody reads, and after the last reader left
 * no more than would be kept for it.
 */
export class EventStream implements Required<Observer> {
  /** Tells the ids of this server from those of one before it. */
  readonly #epoch: string;
  readonly #kept: Change[] = [];
  readonly #readers = new Set<StreamReader>();
  /** The number of the latest change. */
  #latest = 0;
  #unread = 0;
  #isCollecting = false;

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  exchanged(request: RecordedRequest, violations: readonly Violation[], whole: WholeExchange): void {
    if (!this.#isCollecting) return;
    const { id, durationMs, startMs } = whole;
    this.#add({
      type: 'exchange',
      id,
      time: new Date(startMs).toISOString(),
      durationMs,
      ...request,
      violations,
    });
  }

  delivered(violations: readonly Violation[]): void {
    if (violations.length > 0) this.#add({ type: 'event', violations });
  }

  attempted(attempt: DeliveryAttempt): void {
    this.#add({ type: 'attempt', ...attempt });
  }

  madeUncalled(endpoint: UncalledEndpoint): void {
    this.#add({ type: 'uncalled-endpoint', ...endpoint });
  }

  /** Tells that a row of the sandbox changed. */
  readonly changed: OnChange = (table, id) => {
    const [type, hasId] = (this.#isCollecting && tables.get(table)) || [];
    if (type !== undefined) this.#add(hasId === true ? { type, id } : { type });
  };

  /** Tells of a change that has no row. */
  tell(type: StateChange['type']): void {
    this.#add({ type });
  }

  /** A stream of what comes after the message with this id, or from now on. It ends with the signal. */
  open(lastId: string | undefined, signal?: AbortSignal): ReadableStream<Uint8Array> {
    const reader = new StreamReader(this.#numberOf(lastId));
    this.#readers.add(reader);
    this.#isCollecting = true;
    const encoder = new TextEncoder();
    const begin = this.#message('begin', {}, Math.max(reader.number, 0));
    let abort: (() => void) | undefined;
    const leave = () => {
      if (abort !== undefined) signal?.removeEventListener('abort', abort);
      this.#readers.delete(reader);
      reader.leave();
    };
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(encoder.encode(begin));
        abort = () => {
          leave();
          controller.error(signal?.reason);
        };
        signal?.addEventListener('abort', abort);
      },
      pull: async (controller) => {
        const text = await this.#next(reader);
        if (reader.hasLeft) return;
        controller.enqueue(encoder.encode(text ?? this.#message('end', {}, reader.number)));
        if (text !== undefined) return;
        leave();
        controller.close();
      },
      cancel: leave,
    });
  }

  /** Ends all streams. */
  close(): void {
    for (const reader of this.#readers) reader.end();
    this.#readers.clear();
    this.#isCollecting = false;
  }

  #add(change: Change): void {
    if (!this.#isCollecting) return;
    this.#unread = this.#readers.size > 0 ? 0 : this.#unread + 1;
    this.#latest += 1;
    this.#kept.push(change);
    if (this.#kept.length > mostKept) this.#kept.shift();
    // Whoever comes back now has missed something anyway.
    if (this.#unread > mostKept) this.#stopCollecting();
    for (const reader of this.#readers) reader.wake();
  }

  #stopCollecting(): void {
    this.#isCollecting = false;
    this.#unread = 0;
    this.#kept.length = 0;
  }

  /** The number in a message id; -1 for one of another server, which is older than everything. */
  #numberOf(id: string | undefined): number {
    if (id === undefined) return this.#latest;
    const [, epoch, number] = /^([0-9a-f]+)-([0-9]{1,15})$/.exec(id) ?? [];
    return epoch === this.#epoch && Number(number) <= this.#latest ? Number(number) : -1;
  }

  /** The next message for a reader; undefined when there is none any more. */
  async #next(reader: StreamReader): Promise<string | undefined> {
    await reader.pause();
    if (reader.number === this.#latest && !reader.isOver) await reader.news();
    if (reader.isOver) return undefined;
    if (reader.number === this.#latest) return sign;
    const oldest = this.#latest - this.#kept.length;
    const missed = reader.number < oldest ? this.#message('missed', {}, oldest) : '';
    const changes = withoutRepeats(this.#kept.slice(Math.max(reader.number - oldest, 0)));
    reader.number = this.#latest;
    return missed + (changes.length > 0 ? this.#message('changes', { changes }, this.#latest) : '');
  }

  #message(event: string, data: object, number: number): string {
    return `id: ${this.#epoch}-${number}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }
}

/** What is only to be read again is said once. */
function withoutRepeats(changes: readonly Change[]): readonly Change[] {
  const latest = new Map<string | Change, Change>();
  for (const change of changes) {
    const isFull =
      change.type === 'exchange' ||
      'violations' in change ||
      'neverCalled' in change ||
      change.type === 'attempt';
    latest.set(isFull ? change : `${change.type} ${change.id ?? ''}`, change);
  }
  return [...latest.values()];
}
