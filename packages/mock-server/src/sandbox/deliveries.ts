import { signature } from './sign.js';
import type { WebhookEndpoints } from './webhook-endpoints.js';
import type { World } from './world.js';

/** Sends one delivery and gives the status of the answer. Rejects when none comes. */
export type Deliver = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<number>;

/** An event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly endpointId: string;
  readonly event: string;
  /** `pending` until an attempt is acknowledged, the attempts are used up, or the endpoint is gone. */
  readonly state: 'pending' | 'delivered' | 'failed';
  /** Status of each attempt, 0 when no answer came. */
  readonly attempts: readonly number[];
}

interface Pending extends Delivery {
  state: Delivery['state'];
  readonly body: string;
  readonly attempts: number[];
  dueMs: number;
}

/** Waits after the first try, the second and so on, in seconds: ten tries over about three days. */
const waits = [10, 60, 300, 1800, 3600, 10_800, 28_800, 86_400, 129_600];

/** Sends events to the endpoints that want them, again and again until they are acknowledged. */
export class Deliveries {
  readonly #world: World;
  readonly #endpoints: WebhookEndpoints;
  readonly #deliver: Deliver;
  readonly #deliveries = new Map<string, Pending>();
  #working: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(world: World, endpoints: WebhookEndpoints, deliver: Deliver) {
    this.#world = world;
    this.#endpoints = endpoints;
    this.#deliver = deliver;
  }

  /** Every delivery, the oldest first. */
  list(): Delivery[] {
    return [...this.#deliveries.values()].map(({ id, endpointId, event, state, attempts }) => ({
      id,
      endpointId,
      event,
      state,
      attempts: [...attempts],
    }));
  }

  /** Sends an event to every endpoint that wants it. */
  emit(event: string, data: object): void {
    for (const { id: endpointId } of this.#endpoints.wanting(event)) {
      const id = this.#world.id('whd');
      const body = JSON.stringify({ event, id, createdAt: this.#world.timestamp(), data });
      const dueMs = this.#world.nowMs();
      this.#deliveries.set(id, { id, endpointId, event, state: 'pending', attempts: [], body, dueMs });
    }
    this.work();
  }

  /** Sends a delivery once more, whatever became of it; false for an unknown id. */
  redeliver(id: string): boolean {
    const delivery = this.#deliveries.get(id);
    if (delivery === undefined) return false;
    delivery.dueMs = this.#world.nowMs();
    delivery.state = 'pending';
    this.work();
    return true;
  }

  /** Attempts nothing any more. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Attempts what is due; resolves when it was attempted. */
  work(): Promise<void> {
    const run = this.#working.then(async () => {
      for (const delivery of this.#deliveries.values()) {
        if (this.#isDue(delivery)) await this.#attempt(delivery);
      }
    });
    this.#working = run;
    return run;
  }

  #isDue({ state, dueMs }: Pending): boolean {
    return !this.#isStopped && state === 'pending' && dueMs <= this.#world.nowMs();
  }

  /** Works again when the wait is over on the real clock; a timer must not keep a process alive. */
  #wakeAfter(ms: number): void {
    const timer: unknown = setTimeout(() => this.work(), ms);
    (timer as { unref?: () => void }).unref?.();
  }

  async #attempt(delivery: Pending): Promise<void> {
    const target = this.#endpoints.target(delivery.endpointId);
    if (target === undefined) {
      delivery.state = 'failed';
      return;
    }
    const signed = await signature(delivery.body, target.secret, this.#world.nowMs());
    const headers = { 'content-type': 'application/json', 'webhook-signature': signed };
    const status = await this.#deliver(target.url, delivery.body, headers).catch(() => 0);
    delivery.attempts.push(status);
    if (status === 410) this.#endpoints.update(delivery.endpointId, { enabled: false });
    const wait = waits[delivery.attempts.length - 1];
    if (status >= 200 && status < 300) delivery.state = 'delivered';
    else if (status === 410 || wait === undefined) delivery.state = 'failed';
    else {
      delivery.dueMs = this.#world.nowMs() + wait * 1000;
      this.#wakeAfter(wait * 1000);
    }
  }
}
