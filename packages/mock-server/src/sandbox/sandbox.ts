import type { Answer } from '../message/answer.js';
import type { ApiRequest } from '../message/api-request.js';
import { ApiProblem, notFound } from './api-problem.js';
import type { Deliver, Delivery } from './deliveries.js';
import type { EndorsementName, Ruling } from './endorsements.js';
import { IdempotencyRecords } from './idempotency.js';
import { type Handler, operations } from './operations.js';
import { Rooms } from './rooms.js';
import type { WorldOptions } from './world.js';

/**
 * A pretend OMS with a memory: what was created is there, and the rules of the documentation hold. It is plain
 * TypeScript and answers at once, so that it runs wherever `fetch` does.
 */
export class Sandbox {
  readonly #rooms: Rooms;
  readonly #idempotency = new IdempotencyRecords();
  readonly #handlers: ReadonlyMap<string, Handler>;

  constructor(options: WorldOptions, deliver: Deliver) {
    this.#rooms = new Rooms(options, deliver);
    this.#handlers = new Map(Object.entries(operations(this.#rooms)));
  }

  /** Answers a request that keeps the contract. */
  answer(request: ApiRequest): Answer {
    try {
      return this.#run(request);
    } catch (error) {
      if (error instanceof ApiProblem) return error.toAnswer(request.id);
      throw error;
    }
  }

  /** Lets time pass: tokens expire, new records are younger, and deliveries come due. */
  advance(ms: number): void {
    this.#rooms.world.advance(ms);
    this.#rooms.deliveries.work();
  }

  /** Rules on an endorsement as a reviewer would. Throws for an unknown customer. */
  rule(customerId: string, name: EndorsementName, ruling: Ruling): void {
    const find = () => this.#rooms.customers.find(customerId);
    this.#rooms.changing(find, () => {
      const record = find();
      record.requested.add(name);
      record.rulings.set(name, ruling);
      return record;
    });
  }

  /** Every delivery so far. */
  deliveries(): Delivery[] {
    return this.#rooms.deliveries.list();
  }

  /** Sends a delivery once more. Throws for an unknown id. */
  redeliver(id: string): void {
    if (!this.#rooms.deliveries.redeliver(id)) throw notFound();
  }

  /** Resolves when every delivery that is due was attempted. */
  delivered(): Promise<void> {
    return this.#rooms.deliveries.work();
  }

  /** Ends all deliveries; the sandbox is not used any more. */
  stop(): void {
    this.#rooms.deliveries.stop();
  }

  #run(request: ApiRequest): Answer {
    const handler = this.#handlers.get(request.operationId ?? '');
    if (handler === undefined)
      throw new ApiProblem(404, 'not_found', 'The sandbox does not know this operation.');
    if (request.operationId === 'createToken') return handler(request);
    this.#rooms.tokens.check(request.headers['authorization']);
    return this.#idempotency.once(request, () => handler(request));
  }
}
