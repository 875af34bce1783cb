import type { Contract } from './contract/contract.js';
import type { Exchange } from './contract/exchange.js';
import { maxBodyBytes } from './contract/read-message.js';
import { type FaultPlan, RequestDropped } from './faults/fault-plan.js';
import { FaultRuleError } from './faults/fault-rule.js';
import type { Faults } from './faults/faults.js';
import { faultHeader } from './faults/parse-fault.js';
import type { AdminRoutes } from './http/admin/admin-routes.js';
import { crossOriginHeaders, type OwnHosts, preflightResponse } from './http/cross-origin.js';
import type { ApiResponse, RawRequest } from './http/message.js';
import { type Refusal, refuse } from './http/refusal.js';
import { reportFailure } from './http/report-failure.js';
import type { Mode } from './modes/mode.js';
import type { Masking } from './observers/masking.js';
import type { Observer, RecordedRequest } from './observers/observer.js';
import { type Violation, violationsHeader } from './violations/violation.js';

/** What a request handler is put together from. */
interface RequestHandlerParts {
  readonly contract: Contract;
  readonly mode: Mode;
  readonly faults: Faults;
  readonly admin: AdminRoutes;
  readonly observers: readonly Observer[];
  readonly ownHosts: OwnHosts;
  readonly isStrict: boolean;
  /** Says what of a message may be shown. */
  readonly masking: () => Masking;
  /** The present, in milliseconds since 1970. */
  readonly now: () => number;
  /** The same seed gives the same request ids in the same order. */
  readonly seed: number;
  /** Headers of every response. */
  readonly headers: ApiResponse['headers'];
}

/** A request that has not got its id yet. */
type UnnumberedRequest = Omit<RawRequest, 'id'>;

/** Where every request comes in and every response goes out, with a socket or without. */
export class RequestHandler {
  readonly #parts: RequestHandlerParts;
  readonly #idPrefix: string;
  #count = 0;
  #refusedCount = 0;
  /** A longer body may be handed over cut off one byte above. */
  readonly maxBodyBytes: number;

  constructor(parts: RequestHandlerParts) {
    this.#parts = parts;
    this.#idPrefix = `req_${Math.abs(Math.trunc(parts.seed)).toString(36).padStart(4, '0')}`;
    this.maxBodyBytes = parts.mode.maxBodyBytes ?? maxBodyBytes;
  }

  /** Counts request ids from the start again. */
  reset(): void {
    this.#count = 0;
  }

  /** Handles a request. Never throws: what fails becomes a 500. */
  async handle(unnumbered: UnnumberedRequest): Promise<ApiResponse> {
    const request = { ...unnumbered, id: this.#nextId() };
    if (this.#parts.mode.isTransparent === true) return this.#respond(request);
    const { ownHosts } = this.#parts;
    const preflight = preflightResponse(request, ownHosts);
    const response =
      preflight === undefined ? await this.#respond(request) : this.#finish(request.id, preflight, []);
    return { ...response, headers: { ...response.headers, ...crossOriginHeaders(request, ownHosts) } };
  }

  /**
   * The response to what is no readable request at all, or must not come in. The ids of such responses are apart: whoever
   * sends such things must not change those of the others.
   */
  refuse(refusal: Refusal): ApiResponse {
    this.#refusedCount += 1;
    const id = `${this.#idPrefix}x${this.#refusedCount.toString(36).padStart(11, '0')}`;
    return this.#finish(id, refuse(id, refusal), []);
  }

  async #respond(request: RawRequest): Promise<ApiResponse> {
    try {
      const ofAdmin = this.#parts.admin.respond(request);
      if (ofAdmin !== undefined) return this.#finish(request.id, await ofAdmin, []);
      return await this.#exchange(request);
    } catch (error) {
      return this.#finish(request.id, failureResponse(request.id, error), []);
    }
  }

  async #exchange(request: RawRequest): Promise<ApiResponse> {
    const { contract, faults, mode, observers, now, masking } = this.#parts;
    const startMs = timeBy(now);
    const { [faultHeader]: fault, ...headers } = request.headers;
    const plan = faults.planFor(fault, () => contract.targetOf(request));
    await plan?.wait('before');
    const exchange =
      plan === undefined
        ? await this.#checked(request, mode)
        : withFaults(await this.#checked({ ...request, headers }, plan.around(mode)), plan, request.id, mode);
    if ('failure' in exchange) reportFailure(exchange.failure);
    const recorded = recordOf(exchange, plan?.kinds);
    const { response } = exchange;
    const shownBodies = () => ({
      request: masking().body(request.bytes),
      response: masking().responseBody(response),
    });
    const whole = {
      id: request.id,
      startMs,
      durationMs: timeBy(now) - startMs,
      request,
      response,
      shownBodies,
    };
    for (const observer of observers) observer.exchanged(recorded, exchange.violations, whole);
    await plan?.wait('after');
    return this.#finish(request.id, exchange.response, exchange.violations);
  }

  async #checked(request: RawRequest, mode: Mode): Promise<Exchange> {
    const exchange = await this.#parts.contract.exchange(request, mode);
    return this.#parts.isStrict ? withStrictResponse(request.id, exchange) : exchange;
  }

  #finish(id: string, response: ApiResponse, violations: readonly Violation[]): ApiResponse {
    const own = { ...this.#parts.headers, 'x-oms-violations': violationsHeader(violations) };
    const ofId = response.relayed === undefined && { 'x-request-id': id };
    return { ...response, headers: { ...response.headers, ...own, ...ofId } };
  }

  #nextId(): string {
    this.#count += 1;
    return this.#idPrefix + this.#count.toString(36).padStart(12, '0');
  }
}

/** The exchange as the client sees it. It was checked before: what a fault puts in place of a response is not. */
function withFaults(exchange: Exchange, plan: FaultPlan, id: string, { refuse }: Mode): Exchange {
  return { ...exchange, response: plan.applyTo(exchange.response, id, refuse) };
}

/** The exchange with its response replaced by an error, when the response breaks the contract. */
function withStrictResponse(id: string, exchange: Exchange): Exchange {
  if (exchange.response.isUnchecked === true) return exchange;
  const wrong = exchange.violations.filter(
    ({ direction, severity }) => direction === 'response' && severity === 'error',
  );
  if (wrong.length === 0) return exchange;
  const details = wrong.map(({ code, location, message }) => ({
    code,
    location: location.join('.'),
    message,
  }));
  const message = 'The response breaks the contract.';
  return { ...exchange, response: refuse(id, { status: 500, message, details }) };
}

function recordOf(
  { response, operationId, method, path }: Exchange,
  faults: RecordedRequest['faults'],
): RecordedRequest {
  const { status, cut, upstreamFailure } = response;
  return {
    ...(operationId !== undefined && { operationId }),
    method,
    path,
    status: cut !== undefined && cut.afterBytes === undefined ? 0 : status,
    ...(faults && { faults }),
    ...(upstreamFailure && { upstreamFailure }),
  };
}

const dropped = { how: 'reset', afterBytes: undefined } as const;

/** The time by the clock that was given; by that of the machine where it throws, or says what is no time. */
function timeBy(now: () => number): number {
  try {
    const ms = now();
    if (!Number.isNaN(new Date(ms).getTime())) return ms;
  } catch {
    // The mode that asks it too fails, and says so.
  }
  return Date.now();
}

function failureResponse(id: string, error: unknown): ApiResponse {
  if (error instanceof FaultRuleError)
    return refuse(id, { status: 400, message: `${faultHeader}: ${error.message}` });
  if (error instanceof RequestDropped) return { status: 503, headers: {}, body: '', cut: dropped };
  reportFailure(error);
  return refuse(id, { status: 500, message: 'The mock server failed. Its warning on stderr says where.' });
}
