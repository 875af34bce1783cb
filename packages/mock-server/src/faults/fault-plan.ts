import type { ApiResponse } from '../http/message.js';
import type { Mode } from '../modes/mode.js';
import { detachedResponse, type OutcomeRule, responseWithFault } from './apply-fault.js';
import type { FaultKind, FaultMoment, FaultRule } from './fault-rule.js';

/** What a plan needs of the server. */
export interface FaultClock {
  /** The present without any skew, in milliseconds since 1970. */
  readonly now: () => number;
  /** Has the clock of the server off by so much while `work` runs. */
  readonly whileSkewed: <T>(skewMs: number, work: () => T) => T;
  /** Resolves when so many milliseconds are over. Rejects with RequestDropped when that is cut short. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** Kinds after which the request was carried out, whatever else the rule says. */
const alwaysAfter: readonly FaultKind[] = ['reset-after', 'reset-in-body', 'stalled-body', 'truncated-json'];

/** Everything that goes wrong with one request. Waits and skews add up; of responses put in its place the first counts. */
export class FaultPlan {
  /** What goes wrong, in the order of the rules. */
  readonly kinds: readonly FaultKind[];
  readonly #clock: FaultClock;
  readonly #latencies: readonly (FaultRule & { readonly kind: 'latency' })[];
  readonly #skewMs: number;
  readonly #outcome: OutcomeRule | undefined;

  constructor(rules: readonly FaultRule[], clock: FaultClock) {
    this.#clock = clock;
    this.#latencies = rules.filter((rule) => rule.kind === 'latency');
    const skews = rules.filter((rule) => rule.kind === 'clock-skew');
    this.#skewMs = skews.reduce((sum, { skewMs }) => sum + skewMs, 0);
    this.#outcome = rules.find((rule) => isOutcome(rule));
    const isEffective = (rule: FaultRule) => !isOutcome(rule) || rule === this.#outcome;
    this.kinds = rules.filter(isEffective).map(({ kind }) => kind);
  }

  /** Waits as long as the rules say before the request is carried out, or afterwards. */
  async wait(moment: FaultMoment): Promise<void> {
    const due = this.#latencies.filter(({ when = 'before' }) => when === moment);
    const sum = due.reduce((ms, { latencyMs }) => ms + latencyMs, 0);
    if (due.length > 0) await this.#clock.sleep(sum);
  }

  /** The mode as it responds to this request: not at all when a fault comes first, else by a clock that may be off. */
  around(mode: Mode): Mode {
    if (this.#outcome !== undefined && momentOf(this.#outcome) === 'before') {
      return { ...mode, forward: () => ({ status: 500, headers: {}, body: '', isUnchecked: true }) };
    }
    return {
      ...mode,
      forward: (request) => this.#clock.whileSkewed(this.#skewMs, () => mode.forward(request)),
    };
  }

  /** The response as it goes out. `x-oms-fault` names what was done to it. */
  applyTo(response: ApiResponse, requestId: string): ApiResponse {
    const changed =
      this.#outcome === undefined
        ? response
        : responseWithFault(this.#outcome, detachedResponse(response), requestId);
    const date = new Date(this.#clock.now() + this.#skewMs).toUTCString();
    const marks = { 'x-oms-fault': this.kinds.join(', '), ...(this.#skewMs !== 0 && { date }) };
    return { ...changed, headers: { ...changed.headers, ...marks } };
  }
}

function isOutcome(rule: FaultRule): rule is OutcomeRule {
  return !['latency', 'clock-skew', 'duplicate-delivery'].includes(rule.kind);
}

function momentOf(rule: OutcomeRule): FaultMoment {
  if (alwaysAfter.includes(rule.kind)) return 'after';
  return ('when' in rule ? rule.when : undefined) ?? 'before';
}

/** Ends a request that was waiting when its server was reset or closed, so that it does not change the state that follows. */
export class RequestDropped extends Error {
  override readonly name = 'RequestDropped';
}

/** The requests that an injected latency holds back. */
export class WaitingRequests {
  readonly #drops = new Set<() => void>();

  /** Resolves when so many milliseconds are over; rejects with RequestDropped when that is cut short. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const drop = () => {
        clearTimeout(timer);
        reject(new RequestDropped());
      };
      // biome-ignore lint/style/noRestrictedGlobals: a test that fakes time decides how long a latency lasts.
      const timer = setTimeout(() => {
        this.#drops.delete(drop);
        resolve();
      }, ms);
      this.#drops.add(drop);
    });
  }

  /** Drops them all. */
  drop(): void {
    for (const drop of this.#drops) drop();
    this.#drops.clear();
  }
}
