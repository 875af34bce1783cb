import { ApiProblem, notFound } from '../rules/api-problem.js';
import type { Clock } from '../state/clock.js';
import type { Ids } from '../state/ids.js';
import type { Tables } from '../state/tables.js';
import type { DeliveryAttempt, DeliverySettings, EndpointDeliveryOptions } from './delivery-options.js';
import {
  type Delivery,
  DeliveryQueue,
  type DeliveryRecord,
  sentAgain,
  withAttempt,
} from './delivery-queue.js';
import { type Outcome, sendSigned } from './send-signed.js';
import { type DeliveryTarget, shownUrl, type WebhookEndpoints } from './webhook-endpoints.js';

/** What deliveries need to know of a sandbox. */
interface DeliveryState {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tables: Tables;
  readonly endpoints: WebhookEndpoints;
  readonly deliveryOptions: EndpointDeliveryOptions;
}

/** Sends events to the endpoints that want them, again and again until they are acknowledged. */
export class Deliveries {
  readonly #state: DeliveryState;
  readonly #settings: DeliverySettings;
  readonly #queue: DeliveryQueue;
  readonly #workers = new Map<string, Promise<void>>();
  #isStopped = false;
  /** Aborts when everything that is under way is abandoned. */
  #round = new AbortController();

  constructor(state: DeliveryState, settings: DeliverySettings) {
    this.#state = state;
    this.#settings = settings;
    this.#queue = new DeliveryQueue(state.tables);
    state.tables.derive(() => this.#abandon());
  }

  /** Every delivery that is remembered, the oldest first. */
  list(): Delivery[] {
    return this.#queue.list();
  }

  /** Those whose event names an id, the oldest first. */
  about(id: string): Delivery[] {
    return this.#queue.about(id);
  }

  /** Throws a 404 for an unknown id. */
  find(id: string): DeliveryRecord {
    const record = this.#queue.get(id);
    if (record === undefined)
      throw notFound('delivery', 'GET /__oms/deliveries, or sandbox.deliveries(), lists them.');
    return record;
  }

  /** When the next delivery is due; infinite when none waits. */
  get earliestDueMs(): number {
    return this.#queue.earliestDueMs;
  }

  /** When the next delivery is due, or earlier; infinite when none waits. */
  get nextDueMs(): number {
    return this.#queue.nextDueMs;
  }

  /**
   * Makes a delivery for every endpoint that wants the event, and returns them; `work` sends them. One event of the spec has
   * its name in `eventType`: it is in `rest` then.
   */
  emit(event: string, rest: object): Delivery[] {
    const { clock, ids, endpoints, deliveryOptions } = this.#state;
    const named = Object.hasOwn(rest, 'eventType') ? {} : { event };
    return endpoints.wanting(event).map(({ id: endpointId }) => {
      const id = ids.id('whd');
      const body = JSON.stringify({ ...named, id, createdAt: clock.timestamp(), ...rest });
      const { copies, reorder } = deliveryOptions.of(endpointId);
      const state = this.#settings.checkEvent?.(body) === false ? 'failed' : 'pending';
      const [dueMs, turn] = [clock.nowMs(), ids.ordinal()];
      const target = { id, endpointId, event, body, copies };
      this.#queue.add({ ...target, state, attempts: [], dueMs, turn, isHeld: false }, reorder);
      return { id, endpointId, event, state, attempts: [] };
    });
  }

  /** Has a delivery sent once more, whatever became of it. Throws a 404 for an unknown id, a 409 when its endpoint is disabled or deleted. */
  redeliver(id: string): void {
    const { clock, endpoints } = this.#state;
    const record = this.find(id);
    if (endpoints.target(record.endpointId) === undefined)
      throw new ApiProblem(
        409,
        'state_conflict',
        'The webhook endpoint of this delivery is disabled or deleted. Enable it, or trigger the event for another one.',
      );
    this.#queue.keep(sentAgain(record, clock.nowMs()));
  }

  /** Attempts nothing any more. */
  stop(): void {
    this.#isStopped = true;
    this.#abandon();
  }

  /** Attempts what is due, each endpoint by itself; resolves when it was attempted. */
  async work(): Promise<void> {
    if (this.nextDueMs <= this.#state.clock.nowMs()) {
      for (const { endpointId } of this.#due()) {
        if (this.#workers.has(endpointId)) continue;
        const worker = this.#workFor(endpointId, this.#round.signal).finally(() => {
          if (this.#workers.get(endpointId) === worker) this.#workers.delete(endpointId);
        });
        this.#workers.set(endpointId, worker);
      }
    }
    await Promise.all(this.#workers.values());
  }

  /** The same, and what waits to be overtaken is due now. */
  async workOff(): Promise<void> {
    this.#queue.releaseHeld(this.#state.clock.nowMs());
    await this.work();
  }

  #abandon(): void {
    this.#round.abort();
    this.#round = new AbortController();
    this.#workers.clear();
  }

  async #workFor(endpointId: string, round: AbortSignal): Promise<void> {
    while (!round.aborted) {
      const due = this.#due().filter((record) => record.endpointId === endpointId);
      if (due.length === 0) return;
      // What is sent must not be forgotten in a crash, or a receiver could learn of something that never was.
      await this.#state.tables.settled();
      for (const { id } of due) await this.#attempt(id, round);
    }
  }

  #due(): DeliveryRecord[] {
    return this.#isStopped ? [] : this.#queue.due(this.#state.clock.nowMs());
  }

  async #attempt(id: string, round: AbortSignal): Promise<void> {
    const { clock, endpoints } = this.#state;
    if (round.aborted) return;
    const record = this.#queue.get(id);
    if (record?.state !== 'pending') return;
    const target = endpoints.target(record.endpointId);
    if (target === undefined) this.#queue.keep({ ...record, state: 'failed' });
    else {
      const realMs = () => clock.nowMs() - clock.aheadMs;
      const startMs = realMs();
      let endMs: number | undefined;
      const responded = () => {
        endMs ??= realMs();
      };
      const context = { signal: round, responded };
      const outcome = await sendSigned(this.#settings.deliver, target, record.body, clock.nowMs(), context);
      if (round.aborted) return;
      if (outcome.status === 410) this.#disable(record.endpointId);
      const attempted = withAttempt(this.#queue.get(id) ?? record, outcome.status, clock.nowMs());
      this.#queue.keep(attempted);
      this.#note(attempted, target, outcome, (endMs ?? realMs()) - startMs);
    }
    this.#state.tables.commit();
  }

  #note(
    record: DeliveryRecord,
    { url, isOfPage = false }: DeliveryTarget,
    { messages, ...outcome }: Outcome,
    durationMs: number,
  ) {
    const { id: deliveryId, endpointId, event, state, attempts, dueMs } = record;
    const neverCalled = this.#settings.whyNeverCalled?.({ url, isOfPage });
    const attempt: DeliveryAttempt = {
      ...{ deliveryId, endpointId, event, url: shownUrl(url), attempt: attempts.length },
      ...{ ...outcome, durationMs, state },
      ...(neverCalled !== undefined && { neverCalled }),
      ...(state === 'pending' && { retryInMs: Math.max(0, dueMs - this.#state.clock.nowMs()) }),
    };
    this.#settings.onAttempt?.(attempt, messages);
  }

  #disable(endpointId: string): void {
    const { endpoints } = this.#state;
    if (endpoints.target(endpointId) !== undefined) endpoints.update(endpointId, { enabled: false });
  }
}
