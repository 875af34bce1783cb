import type { Contract } from '../contract/contract.js';
import { maxBodyBytes } from '../contract/read-body.js';
import { FaultRuleError } from '../faults/fault-rule-error.js';
import type { Faults } from '../faults/faults.js';
import { faultHeader } from '../faults/parse-fault-header.js';
import { RequestDropped } from '../faults/waiting-requests.js';
import type { Answer } from '../message/answer.js';
import type { Mode } from '../message/forward.js';
import type { RawRequest } from '../message/raw-request.js';
import { refuse } from '../message/refusal.js';
import type { Violation } from '../violations/violation.js';
import { violationsHeader } from '../violations/violations-header.js';
import type { AdminRoutes } from './admin-routes.js';
import { crossOriginHeaders, preflightAnswer } from './cross-origin.js';
import { faultyExchange } from './faulty-exchange.js';
import type { ExchangeObserver } from './recorded-request.js';
import { reportFailure } from './report-failure.js';
import type { RequestIds } from './request-ids.js';
import type { RequestLog } from './request-log.js';
import { withStrictAnswer } from './strict-answer.js';

/** What a front door is put together from. */
export interface FrontDoorParts {
  readonly contract: Contract;
  readonly mode: Mode;
  readonly faults: Faults;
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
  /** A longer body may be handed over cut off one byte above. */
  readonly maxBodyBytes: number;

  constructor(parts: FrontDoorParts) {
    this.#parts = parts;
    this.maxBodyBytes = parts.mode.maxBodyBytes ?? maxBodyBytes;
  }

  /** Answers a request. Never throws: what fails is answered with 500. */
  async handle(request: UnnumberedRequest): Promise<Answer> {
    if (this.#parts.mode.isTransparent === true) return this.#answer(request);
    const answer = preflightAnswer(request) ?? (await this.#answer(request));
    return { ...answer, headers: { ...answer.headers, ...crossOriginHeaders(request) } };
  }

  async #answer(unnumbered: UnnumberedRequest): Promise<Answer> {
    const request = { ...unnumbered, id: this.#parts.ids.next() };
    try {
      const ofAdmin = this.#parts.admin.answer(request);
      return ofAdmin === undefined
        ? await this.#exchange(request)
        : this.#finish(request.id, await ofAdmin, []);
    } catch (error) {
      return this.#finish(request.id, failureAnswer(request.id, error), []);
    }
  }

  /** The answer to what is no readable request at all. */
  refuse(status: number, message: string): Answer {
    const id = this.#parts.ids.next();
    return this.#finish(id, refuse(id, { status, message }), []);
  }

  async #exchange(request: RawRequest): Promise<Answer> {
    const { contract, isStrict, log, observe } = this.#parts;
    const exchange = await faultyExchange(this.#parts, request, async (raw, mode) => {
      const judged = await contract.exchange(raw, mode);
      return isStrict ? withStrictAnswer(raw.id, judged) : judged;
    });
    if ('failure' in exchange) reportFailure(exchange.failure);
    observe(log.add(exchange), exchange.violations);
    await exchange.holdBack?.();
    return this.#finish(request.id, exchange.answer, exchange.violations);
  }

  #finish(id: string, answer: Answer, violations: readonly Violation[]): Answer {
    const own = { ...this.#parts.headers, 'x-oms-violations': violationsHeader(violations) };
    const ofId = answer.relayed === undefined && { 'x-request-id': id };
    return { ...answer, headers: { ...answer.headers, ...own, ...ofId } };
  }
}

const dropped = { how: 'reset', afterBytes: undefined } as const;

function failureAnswer(id: string, error: unknown): Answer {
  if (error instanceof FaultRuleError)
    return refuse(id, { status: 400, message: `${faultHeader}: ${error.message}` });
  if (error instanceof RequestDropped) return { status: 503, headers: {}, body: '', cut: dropped };
  reportFailure(error);
  return refuse(id, { status: 500, message: 'The mock server failed.' });
}
