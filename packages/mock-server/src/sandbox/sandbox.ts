import type { ApiRequest } from '../http/api-request.js';
import type { ApiResponse } from '../http/api-response.js';
import { Alarm } from './alarm.js';
import { ApiProblem } from './api-problem.js';
import { checkDuration, checkRuling } from './check-ruling.js';
import type { Delivery } from './delivery.js';
import { checkedHabits, type WebhookHabits } from './delivery-habits.js';
import type { EndorsementName } from './endorsements.js';
import { Ledger } from './ledger.js';
import { type Handler, operations } from './operations.js';
import { Rooms } from './rooms.js';
import type { PutOffRuling } from './sandbox-controls.js';
import type { SandboxSettings } from './sandbox-settings.js';

/**
 * A pretend OMS with a memory: what was created is there, and the rules of the documentation hold. It is plain
 * TypeScript, so that it runs wherever `fetch` does.
 */
export class Sandbox {
  readonly #ledger: Ledger;
  readonly #rooms: Rooms;
  readonly #handlers: ReadonlyMap<string, Handler>;
  readonly #alarm = new Alarm(() => this.#change(() => undefined));
  #isStopped = false;

  constructor(settings: SandboxSettings) {
    checkedHabits(settings.webhooks ?? {});
    this.#ledger = new Ledger(settings.journal);
    this.#rooms = new Rooms(settings, this.#ledger);
    this.#handlers = new Map(Object.entries(operations(this.#rooms)));
    this.#change(() => {
      for (const endpoint of settings.webhookEndpoints ?? []) this.#rooms.endpoints.give(endpoint);
    });
  }

  /** Answers a request that matches the contract, once everything the response rests on would outlive a crash. */
  respond(request: ApiRequest): ApiResponse | Promise<ApiResponse> {
    const response = this.#change(() => this.#respondNow(request));
    const settled = this.#ledger.settled();
    return settled === undefined ? response : settled.then(() => response);
  }

  /** Lets time pass: tokens expire, new records are younger, and what was put off comes due. Throws RangeError for no duration. */
  advance(ms: number): void {
    checkDuration('ms', ms);
    this.#change(() => this.#rooms.world.advance(ms));
  }

  /** Rules on an endorsement as a reviewer would. Throws for an unknown customer, and for a ruling that is none. */
  rule(customerId: string, name: EndorsementName, putOff: PutOffRuling): void {
    checkRuling(name, putOff);
    const { afterMs = 0, ...ruling } = putOff;
    this.#change(() => {
      const { customers, decisions } = this.#rooms;
      const { id } = customers.find(customerId);
      if (afterMs > 0) decisions.putOff(id, name, ruling, afterMs);
      else this.#rooms.changing(id, () => customers.rule(id, name, ruling));
    });
  }

  /** Every delivery so far. */
  deliveries(): Delivery[] {
    return this.#rooms.deliveries.list();
  }

  /** Sends a delivery once more. Throws for an unknown id, and when its endpoint is disabled or deleted. */
  redeliver(id: string): void {
    this.#change(() => this.#rooms.deliveries.redeliver(id));
  }

  /** Sets how deliveries go out from now on, to one endpoint or to all. Throws for an unknown endpoint. */
  setWebhookHabits(habits: WebhookHabits, endpointId?: string): void {
    this.#change(() => {
      if (endpointId !== undefined) this.#rooms.endpoints.find(endpointId);
      this.#rooms.habits.set(habits, endpointId);
    });
  }

  /** Resolves when every delivery that is due was attempted. */
  delivered(): Promise<void> {
    return this.#rooms.deliveries.work();
  }

  /** Resolves when everything so far would outlive a crash. */
  async settled(): Promise<void> {
    await this.#ledger.settled();
  }

  /** Has the journal forget what is not in this sandbox. */
  replaceKept(): void {
    this.#ledger.replaceKept();
  }

  /** Ends all deliveries; the sandbox is not used any more. */
  stop(): void {
    this.#isStopped = true;
    this.#alarm.stop();
    this.#rooms.deliveries.stop();
  }

  /** Does what is due, then the work itself; what both changed is kept as one, and then told. */
  #change<Result>(work: () => Result): Result {
    try {
      this.#rooms.carryOutDecisions();
      const result = work();
      this.#rooms.carryOutDecisions();
      return result;
    } finally {
      this.#ledger.commit();
      if (!this.#isStopped) this.#tell();
    }
  }

  #tell(): void {
    const { deliveries, decisions, world } = this.#rooms;
    const setAlarm = (nextDueMs: number) => {
      const nextMs = Math.min(nextDueMs, decisions.nextDueMs());
      if (!this.#isStopped) this.#alarm.setAfter(nextMs - world.nowMs());
    };
    // A delivery that takes long must not keep rulings waiting.
    setAlarm(Number.POSITIVE_INFINITY);
    // A journal that fails has told those who wait for it.
    deliveries.work().then(
      () => setAlarm(deliveries.nextDueMs),
      () => undefined,
    );
  }

  #respondNow(request: ApiRequest): ApiResponse {
    try {
      return this.#run(request);
    } catch (error) {
      if (error instanceof ApiProblem) return error.toApiResponse(request.id);
      throw error;
    }
  }

  #run(request: ApiRequest): ApiResponse {
    const handler = this.#handlers.get(request.operationId ?? '');
    if (handler === undefined)
      throw new ApiProblem(404, 'not_found', 'The sandbox does not know this operation.');
    if (request.operationId === 'createToken') return handler(request);
    this.#rooms.tokens.check(request.headers['authorization']);
    return this.#rooms.idempotency.once(request, () => handler(request));
  }
}
