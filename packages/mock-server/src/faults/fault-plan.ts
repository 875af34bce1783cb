import { type ApiResponse, isBodiless } from '../http/message.js';
import { refuse as refuseAsInSpec } from '../http/refusal.js';
import type { Mode } from '../modes/mode.js';
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
  applyTo(response: ApiResponse, requestId: string, refuse?: Mode['refuse']): ApiResponse {
    const changed =
      this.#outcome === undefined
        ? response
        : responseWithFault(this.#outcome, detachedResponse(response), requestId, refuse);
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

/** A rule about requests that puts something else in the place of their response. */
type OutcomeRule = Exclude<FaultRule, { readonly kind: 'latency' | 'clock-skew' | 'duplicate-delivery' }>;

const page = (status: number) =>
  `<html><head><title>${status}</title></head><body><h1>${status}</h1><p>An injected fault.</p></body></html>\n`;

const message = 'An injected fault.';

/** The response that goes out in place of the one there was, or would have been; an error in the shape of the mode. */
function responseWithFault(
  rule: OutcomeRule,
  response: ApiResponse,
  requestId: string,
  refuse: NonNullable<Mode['refuse']> = refuseAsInSpec,
): ApiResponse {
  switch (rule.kind) {
    case 'reset-before':
    case 'reset-after':
      return { ...response, cut: { how: 'reset', afterBytes: undefined } };
    case 'reset-in-body':
      return { ...response, cut: { how: 'reset', afterBytes: keptBytes(response, rule.afterBytes) } };
    case 'stalled-body':
      return { ...response, cut: { how: 'stall', afterBytes: keptBytes(response, rule.afterBytes) } };
    case 'truncated-json': {
      const { relayed: _, ...own } = response;
      return { ...own, body: bytesOf(response).subarray(0, keptBytes(response, rule.afterBytes)) };
    }
    case 'html': {
      const { status = 502 } = rule;
      return { status, headers: { 'content-type': 'text/html' }, body: page(status), isUnchecked: true };
    }
    case 'unauthorized':
      return refuse(requestId, { status: 401, message, headers: { 'www-authenticate': 'Bearer' } });
    case 'status':
      return refuse(requestId, { status: rule.status, message, headers: retryAfter(rule.retryAfter) });
    case 'rate-limit':
      return refuse(requestId, { status: 429, message, headers: retryAfter(rule.retryAfter ?? 1) });
  }
}

/** Half of the body by default, and never all of it; undefined where there is no body to cut. */
function keptBytes(response: ApiResponse, wanted: number | undefined): number | undefined {
  const { length } = bytesOf(response);
  return length === 0 ? undefined : Math.min(wanted ?? Math.floor(length / 2), length - 1);
}

function bytesOf({ status, body }: ApiResponse): Uint8Array {
  if (isBodiless(status)) return new Uint8Array();
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}

function retryAfter(value: string | number | undefined): Record<string, string> {
  return value === undefined ? {} : { 'retry-after': String(value) };
}

/** A response of an upstream as one of our own, which can be cut and changed; any other response as it is. */
function detachedResponse({ relayed, ...response }: ApiResponse): ApiResponse {
  if (relayed === undefined) return response;
  const { plainBody, rest } = relayed;
  // Nobody reads on, and the connection to the upstream is not to wait for that.
  rest?.[Symbol.asyncIterator]().return?.();
  const { 'content-length': _, ...headers } = response.headers;
  if (typeof plainBody === 'string') return { ...response, headers };
  const { 'content-encoding': __, ...plain } = headers;
  return { ...response, headers: plain, body: plainBody };
}
