import { ApiProblem, notFound } from './api-problem.js';
import { type Delivery, type DeliveryRecord, sentAgain, withAttempt } from './delivery.js';
import type { DeliveryHabits } from './delivery-habits.js';
import { DeliveryQueue } from './delivery-queue.js';
import type { Ledger } from './ledger.js';
import type { Deliver, SandboxSettings } from './sandbox-settings.js';
import { signature } from './sign.js';
import type { WebhookEndpoints } from './webhook-endpoints.js';
import type { World } from './world.js';

/** What deliveries need to know of a sandbox. */
interface Surroundings {
  readonly world: World;
  readonly endpoints: WebhookEndpoints;
  readonly habits: DeliveryHabits;
}

type Target = Pick<DeliveryRecord, 'id' | 'endpointId' | 'event' | 'body'>;

/** How long an event waits to be overtaken. */
const heldMs = 1000;

/** Sends events to the endpoints that want them, again and again until they are acknowledged. */
export class Deliveries {
  readonly #around: Surroundings;
  readonly #deliver: Deliver;
  readonly #judgeEvent: (body: string) => boolean;
  readonly #ledger: Ledger;
  readonly #queue: DeliveryQueue;
  readonly #workers = new Map<string, Promise<void>>();
  #isStopped = false;

  constructor(around: Surroundings, { deliver, judgeEvent }: SandboxSettings, ledger: Ledger) {
    this.#around = around;
    this.#deliver = deliver;
    this.#judgeEvent = judgeEvent ?? (() => true);
    this.#ledger = ledger;
    this.#queue = new DeliveryQueue(ledger);
  }

  /** Every delivery that is remembered, the oldest first. */
  list(): Delivery[] {
    return this.#queue.list();
  }

  /** When the next delivery is due, or earlier; infinite when none waits. */
  get nextDueMs(): number {
    return this.#queue.nextDueMs;
  }

  /** Makes a delivery for every endpoint that wants the event; `work` sends them. */
  emit(event: string, data: object, sequence: number): void {
    const { world, endpoints } = this.#around;
    for (const { id: endpointId } of endpoints.wanting(event)) {
      const id = world.id('whd');
      const body = JSON.stringify({ event, id, createdAt: world.timestamp(), sequence, data });
      this.#add({ id, endpointId, event, body });
    }
  }

  /** Has a delivery sent once more, whatever became of it. Throws a 404 for an unknown id, a 409 when nobody listens. */
  redeliver(id: string): void {
    const { world, endpoints } = this.#around;
    const record = this.#queue.get(id);
    if (record === undefined) throw notFound('delivery');
    if (endpoints.target(record.endpointId) === undefined)
      throw new ApiProblem(
        409,
        'state_conflict',
        'The webhook endpoint of this delivery is disabled or deleted.',
      );
    this.#queue.keep(sentAgain(record, world.nowMs()));
  }

  /** Attempts nothing any more. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Attempts what is due, each endpoint by itself; resolves when it was attempted. */
  async work(): Promise<void> {
    if (this.nextDueMs <= this.#around.world.nowMs()) {
      for (const { endpointId } of this.#due()) {
        if (this.#workers.has(endpointId)) continue;
        const worker = this.#workFor(endpointId).finally(() => this.#workers.delete(endpointId));
        this.#workers.set(endpointId, worker);
      }
    }
    await Promise.all(this.#workers.values());
  }

  async #workFor(endpointId: string): Promise<void> {
    for (;;) {
      const due = this.#due().filter((record) => record.endpointId === endpointId);
      if (due.length === 0) return;
      // What is sent must not be forgotten in a crash, or it could be told of something that never was.
      await this.#ledger.settled();
      for (const { id } of due) await this.#attempt(id);
    }
  }

  #due(): DeliveryRecord[] {
    return this.#isStopped ? [] : this.#queue.due(this.#around.world.nowMs());
  }

  async #attempt(id: string): Promise<void> {
    const { world, endpoints } = this.#around;
    const record = this.#queue.get(id);
    if (this.#isStopped || record?.state !== 'pending') return;
    const target = endpoints.target(record.endpointId);
    if (target === undefined) this.#queue.keep({ ...record, state: 'failed' });
    else {
      const status = await this.#send(target.url, target.secret, record.body);
      if (this.#isStopped) return;
      if (status === 410) this.#disable(record.endpointId);
      this.#queue.keep(withAttempt(this.#queue.get(id) ?? record, status, world.nowMs()));
    }
    this.#ledger.commit();
  }

  async #send(url: string, secret: string, body: string): Promise<number> {
    const signed = await signature(body, secret, this.#around.world.nowMs());
    try {
      const headers = { 'content-type': 'application/json', 'webhook-signature': signed };
      return Number(await this.#deliver(url, body, headers)) || 0;
    } catch {
      return 0;
    }
  }

  #disable(endpointId: string): void {
    const { endpoints } = this.#around;
    if (endpoints.target(endpointId) !== undefined) endpoints.update(endpointId, { enabled: false });
  }

  #add(target: Target): void {
    const { world, habits } = this.#around;
    const { copies, isReordered } = habits.of(target.endpointId);
    const state = this.#judgeEvent(target.body) ? 'pending' : 'failed';
    const [dueMs, turn] = [world.nowMs(), world.ordinal()];
    const added = { ...target, state, attempts: [], copies, dueMs, turn, isHeld: false } as const;
    const mayWait = isReordered && state === 'pending';
    const held = mayWait ? this.#queue.heldFor(target.endpointId) : undefined;
    if (held !== undefined) {
      this.#queue.keep({ ...held, isHeld: false, dueMs, turn });
      this.#queue.keep({ ...added, turn: held.turn });
    } else this.#queue.keep(mayWait ? { ...added, isHeld: true, dueMs: dueMs + heldMs } : added);
  }
}
