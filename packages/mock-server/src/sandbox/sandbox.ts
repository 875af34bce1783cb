import type { ApiRequest, ApiResponse } from '../http/message.js';
import { errorResponse, type Refusal } from '../http/refusal.js';
import type { Mode } from '../modes/mode.js';
import { ApiProblem } from './rules/api-problem.js';
import { responseOf } from './rules/idempotency.js';
import { type Handler, operations } from './rules/operations.js';
import { type SandboxControls, sandboxControls } from './sandbox-controls.js';
import { type SandboxViews, sandboxViews } from './sandbox-views.js';
import { type SandboxSettings, SandboxState } from './state/sandbox-state.js';
import { checkedDeliveryOptions } from './webhooks/delivery-options.js';

/**
 * A simulated OMS with a memory: what was created is there, and the rules of the documentation hold. It is plain
 * TypeScript, so that it runs wherever `fetch` does.
 */
export class Sandbox implements Mode {
  readonly responseBlame = 'server';
  readonly controls: SandboxControls = sandboxControls((work) => this.#change(() => work(this.#state)));
  readonly views: SandboxViews = sandboxViews((work) => this.#change(() => work(this.#state)));
  readonly settled = this.controls.settled;
  readonly refuse = (requestId: string, refusal: Refusal): ApiResponse => {
    return { ...errorResponse(requestId, refusal, this.#state.dialect), isUnchecked: true };
  };
  readonly #state: SandboxState;
  readonly #handlers: ReadonlyMap<string, Handler>;
  readonly #whenClosed: SandboxSettings['whenClosed'];
  readonly #scheduler = new Scheduler(() => this.#change(() => undefined));
  #isStopped = false;

  constructor(settings: SandboxSettings) {
    checkedDeliveryOptions(settings.webhooks ?? {});
    this.#whenClosed = settings.whenClosed;
    this.#state = new SandboxState(settings);
    this.#handlers = new Map(Object.entries(operations(this.#state)));
    this.#change(() => undefined);
  }

  /** Responds to a request that matches the contract, once everything the response rests on would outlive a crash. */
  forward(request: ApiRequest): ApiResponse | Promise<ApiResponse> {
    const response = this.#change(() => this.#respondNow(request));
    const settled = this.#state.tables.settled();
    return settled === undefined ? response : settled.then(() => response);
  }

  /** The response to what the sandbox refuses; throws any other error again. */
  problemResponse(error: unknown, requestId: string): ApiResponse {
    if (error instanceof ApiProblem) return error.toApiResponse(requestId, this.#state.dialect);
    throw error;
  }

  /** Empties it, together with what was kept of it, and begins the seed anew. */
  reset(): void {
    this.#state.reset();
    this.#change(() => undefined);
  }

  /** Ends all deliveries and keeps what is to be kept; the sandbox is not used any more. */
  async close(): Promise<void> {
    this.#isStopped = true;
    this.#scheduler.stop();
    this.#state.deliveries.stop();
    try {
      await this.#state.tables.settled();
    } finally {
      await this.#whenClosed?.();
    }
  }

  /** Does what is due, then the work itself; what both changed is kept as one, and its events go out then. */
  #change<Result>(work: () => Result): Result {
    if (this.#isStopped) return work();
    try {
      this.#state.customers.reportDue();
      const result = work();
      this.#state.customers.reportDue();
      return result;
    } finally {
      this.#state.tables.commit();
      this.#deliver();
    }
  }

  #deliver(): void {
    const { customers, deliveries, clock } = this.#state;
    const schedule = (nextDueMs: number) => {
      const nextMs = Math.min(nextDueMs, customers.nextDueMs);
      if (!this.#isStopped) this.#scheduler.wakeAt(nextMs - clock.aheadMs, nextMs - clock.nowMs());
    };
    // A delivery that takes long must not keep outcomes waiting.
    schedule(Number.POSITIVE_INFINITY);
    // A journal that fails has rejected for those who wait for it.
    deliveries.work().then(
      () => schedule(deliveries.nextDueMs),
      () => undefined,
    );
  }

  #respondNow(request: ApiRequest): ApiResponse {
    try {
      return this.#run(request);
    } catch (error) {
      return this.problemResponse(error, request.id);
    }
  }

  #run(request: ApiRequest): ApiResponse {
    const handler = this.#handlers.get(request.operationId ?? '');
    if (handler === undefined)
      throw new ApiProblem(
        404,
        'not_found',
        'The sandbox does not know this operation: the mode mock responds with the examples of any spec.',
      );
    if (request.operationId === 'createToken') return responseOf(handler(request));
    this.#state.tokens.check(request.headers['authorization']);
    return responseOf(this.#state.idempotency.once(request, () => handler(request)));
  }
}

/** A real timer takes no longer waits. */
const longestMs = 2 ** 31 - 1;

/**
 * Runs a sandbox's work when something is due. It waits in real time, also under the fake timers of a test, and keeps no
 * process alive.
 */
class Scheduler {
  readonly #work: () => void;
  #wakesAtMs = Number.POSITIVE_INFINITY;
  #waking: AbortSignal | undefined;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Runs the work at a moment, which is so many milliseconds away, unless it runs before; never for an infinite one. */
  wakeAt(momentMs: number, awayMs: number): void {
    if (momentMs >= this.#wakesAtMs) return;
    this.stop();
    this.#wakesAtMs = momentMs;
    this.#waking = AbortSignal.timeout(Math.ceil(Math.min(Math.max(awayMs, 1), longestMs)));
    this.#waking.addEventListener('abort', this.#wake);
  }

  stop(): void {
    this.#wakesAtMs = Number.POSITIVE_INFINITY;
    this.#waking?.removeEventListener('abort', this.#wake);
  }

  readonly #wake = () => {
    this.stop();
    this.#work();
  };
}
