import type { Contract } from './contract/contract.js';
import { maxBodyBytes } from './contract/read-request.js';
import { RequestDropped } from './faults/fault-clock.js';
import { FaultRuleError } from './faults/fault-rule.js';
import type { Faults } from './faults/faults.js';
import { faultyExchange } from './faults/faulty-exchange.js';
import { faultHeader } from './faults/parse-fault.js';
import type { AdminRoutes } from './http/admin-routes.js';
import type { ApiResponse } from './http/api-response.js';
import { crossOriginHeaders, preflightResponse } from './http/cross-origin.js';
import type { RawRequest } from './http/raw-request.js';
import { refuse } from './http/refusal.js';
import { reportFailure } from './http/report-failure.js';
import type { RequestIds } from './http/request-ids.js';
import type { Mode } from './modes/mode.js';
import type { ExchangeObserver } from './recorded-request.js';
import type { RequestLog } from './request-log.js';
import { withStrictResponse } from './strict-response.js';
import type { Violation } from './violations/violation.js';
import { violationsHeader } from './violations/violation.js';

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
  /** Headers of every response. */
  readonly headers: ApiResponse['headers'];
}

/** A request that has not got its id yet. */
export type UnnumberedRequest = Omit<RawRequest, 'id'>;

/** Where every request comes in and every response goes out, with a socket or without. */
export class FrontDoor {
  readonly #parts: FrontDoorParts;
  /** A longer body may be handed over cut off one byte above. */
  readonly maxBodyBytes: number;

  constructor(parts: FrontDoorParts) {
    this.#parts = parts;
    this.maxBodyBytes = parts.mode.maxBodyBytes ?? maxBodyBytes;
  }

  /** Answers a request. Never throws: what fails is answered with 500. */
  async handle(request: UnnumberedRequest): Promise<ApiResponse> {
    if (this.#parts.mode.isTransparent === true) return this.#respond(request);
    const preflight = preflightResponse(request);
    const response =
      preflight === undefined
        ? await this.#respond(request)
        : this.#finish(this.#parts.ids.next(), preflight, []);
    return { ...response, headers: { ...response.headers, ...crossOriginHeaders(request) } };
  }

  async #respond(unnumbered: UnnumberedRequest): Promise<ApiResponse> {
    const request = { ...unnumbered, id: this.#parts.ids.next() };
    try {
      const ofAdmin = this.#parts.admin.respond(request);
      return ofAdmin === undefined
        ? await this.#exchange(request)
        : this.#finish(request.id, await ofAdmin, []);
    } catch (error) {
      return this.#finish(request.id, failureResponse(request.id, error), []);
    }
  }

  /** The response to what is no readable request at all. */
  refuse(status: number, message: string): ApiResponse {
    const id = this.#parts.ids.next();
    return this.#finish(id, refuse(id, { status, message }), []);
  }

  async #exchange(request: RawRequest): Promise<ApiResponse> {
    const { contract, isStrict, log, observe } = this.#parts;
    const exchange = await faultyExchange(this.#parts, request, async (raw, mode) => {
      const checked = await contract.exchange(raw, mode);
      return isStrict ? withStrictResponse(raw.id, checked) : checked;
    });
    if ('failure' in exchange) reportFailure(exchange.failure);
    observe(log.add(exchange), exchange.violations);
    await exchange.holdBack?.();
    return this.#finish(request.id, exchange.response, exchange.violations);
  }

  #finish(id: string, response: ApiResponse, violations: readonly Violation[]): ApiResponse {
    const own = { ...this.#parts.headers, 'x-oms-violations': violationsHeader(violations) };
    const ofId = response.relayed === undefined && { 'x-request-id': id };
    return { ...response, headers: { ...response.headers, ...own, ...ofId } };
  }
}

const dropped = { how: 'reset', afterBytes: undefined } as const;

function failureResponse(id: string, error: unknown): ApiResponse {
  if (error instanceof FaultRuleError)
    return refuse(id, { status: 400, message: `${faultHeader}: ${error.message}` });
  if (error instanceof RequestDropped) return { status: 503, headers: {}, body: '', cut: dropped };
  reportFailure(error);
  return refuse(id, { status: 500, message: 'The mock server failed.' });
}
