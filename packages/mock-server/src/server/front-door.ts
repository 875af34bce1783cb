import type { Contract } from '../contract/contract.js';
import type { Answer } from '../message/answer.js';
import type { Mode } from '../message/forward.js';
import type { RawRequest } from '../message/raw-request.js';
import { refuse } from '../message/refusal.js';
import type { Violation } from '../violations/violation.js';
import { violationsHeader } from '../violations/violations-header.js';
import type { AdminRoutes } from './admin-routes.js';
import type { ExchangeObserver } from './recorded-request.js';
import { reportFailure } from './report-failure.js';
import type { RequestIds } from './request-ids.js';
import type { RequestLog } from './request-log.js';
import { withStrictAnswer } from './strict-answer.js';

/** What a front door is put together from. */
export interface FrontDoorParts {
  readonly contract: Contract;
  readonly mode: Mode;
  readonly admin: AdminRoutes;
  readonly ids: RequestIds;
  readonly log: RequestLog;
  readonly observe: ExchangeObserver;
  readonly isStrict: boolean;
  /** Headers of every answer. */
  readonly headers: Answer['headers'];
}

/** A request that has not got its id yet. */
export type UnnumberedRequest = Omit<RawRequest, 'id'>;

/** Where every request comes in and every answer goes out, with a socket or without. */
export class FrontDoor {
  readonly #parts: FrontDoorParts;

  constructor(parts: FrontDoorParts) {
    this.#parts = parts;
  }

  /** Answers a request. Never throws: what fails is answered with 500. */
  async handle(unnumbered: UnnumberedRequest): Promise<Answer> {
    const request = { ...unnumbered, id: this.#parts.ids.next() };
    try {
      const ofAdmin = this.#parts.admin.answer(request);
      return ofAdmin === undefined ? await this.#exchange(request) : this.#finish(request.id, ofAdmin, []);
    } catch (error) {
      reportFailure(error);
      return this.#finish(
        request.id,
        refuse(request.id, { status: 500, message: 'The mock server failed.' }),
        [],
      );
    }
  }

  /** The answer to what is no readable request at all. */
  refuse(status: number, message: string): Answer {
    const id = this.#parts.ids.next();
    return this.#finish(id, refuse(id, { status, message }), []);
  }

  async #exchange(request: RawRequest): Promise<Answer> {
    const { contract, mode, isStrict, log, observe } = this.#parts;
    const judged = await contract.exchange(request, mode);
    const exchange = isStrict ? withStrictAnswer(request.id, judged) : judged;
    observe(log.add(exchange), exchange.violations);
    return this.#finish(request.id, exchange.answer, exchange.violations);
  }

  #finish(id: string, answer: Answer, violations: readonly Violation[]): Answer {
    const own = { 'x-request-id': id, 'x-oms-violations': violationsHeader(violations) };
    return { ...answer, headers: { ...answer.headers, ...this.#parts.headers, ...own } };
  }
}
