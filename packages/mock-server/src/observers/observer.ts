import type { FaultKind } from '../faults/fault-rule.js';
import type { ApiResponse, RawRequest, UpstreamFailure } from '../http/message.js';
import { reportFailure } from '../http/report-failure.js';
import type { DeliveryAttempt, UncalledEndpoint } from '../sandbox/webhooks/delivery-options.js';
import { countBySeverity } from '../violations/code-table.js';
import type { Violation } from '../violations/violation.js';
import type { MaskedAttempt, MaskedBody } from './masking.js';

/** A request as it is remembered: which operation, not what was in it. */
export interface RecordedRequest {
  readonly operationId?: string;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  /** Of the response that was sent; 0 when there was none: a fault, or a client that left. */
  readonly status: number;
  /** The faults that were injected into this exchange. */
  readonly faults?: readonly FaultKind[];
  /** Why the upstream of a proxy gave no response; the status is then one of the proxy itself. */
  readonly upstreamFailure?: UpstreamFailure;
}

/** An exchange with all there is to it, which may hold identity data and secrets. Nothing of it may be kept as it is. */
export interface WholeExchange {
  /** The request id. */
  readonly id: string;
  /** When it began, in milliseconds since 1970. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly request: RawRequest;
  readonly response: ApiResponse;
  /** Its bodies as they may be shown. */
  readonly shownBodies: () => { readonly request: MaskedBody; readonly response: MaskedBody };
}

/** Sees everything that goes through a server, before it is sent. */
export interface Observer {
  /** A request and its response; the response becomes a 500 if this throws. */
  exchanged(request: RecordedRequest, violations: readonly Violation[], whole: WholeExchange): void;
  /** A webhook event, by what is wrong with it. */
  delivered(violations: readonly Violation[]): void;
  /** One attempt to send a delivery; `shown` returns its messages as they may be shown. */
  attempted?(attempt: DeliveryAttempt, shown: () => MaskedAttempt): void;
  /** A webhook endpoint was made that is never called. */
  madeUncalled?(endpoint: UncalledEndpoint): void;
}

/**
 * One observer in place of several. What one throws that is not about a request is reported: there is no response that
 * could say so.
 */
export function joinedObservers(observers: readonly Observer[]): Required<Observer> {
  const tell = (work: (observer: Observer) => void) => {
    try {
      for (const observer of observers) work(observer);
    } catch (error) {
      reportFailure(error);
    }
  };
  return {
    exchanged(...exchange) {
      for (const observer of observers) observer.exchanged(...exchange);
    },
    delivered: (violations) => tell((observer) => observer.delivered(violations)),
    attempted: (...attempt) => tell((observer) => observer.attempted?.(...attempt)),
    madeUncalled: (endpoint) => tell((observer) => observer.madeUncalled?.(endpoint)),
  };
}

/** Says of the webhook endpoints that the mode `mock` makes that they are examples. */
export function exampleEndpointObserver({ madeUncalled }: Required<Observer>): Observer {
  return {
    exchanged({ operationId, status }) {
      if (operationId === 'createWebhookEndpoint' && status < 300)
        madeUncalled({ neverCalled: 'the mode mock sends no events' });
    },
    delivered: () => undefined,
  };
}

/** Calls a function for each violation. What it throws, or rejects with, is reported, and goes no further. */
export function violationObserver(onViolation: (violation: Violation) => unknown): Observer {
  const call = async (violation: Violation) => void (await onViolation(violation));
  const delivered = (violations: readonly Violation[]) => {
    for (const violation of violations) call(violation).catch(reportFailure);
  };
  return { exchanged: (_, violations) => delivered(violations), delivered };
}

/** Counts what goes through. */
export class Counter implements Observer {
  requests = 0;
  errors = 0;
  warnings = 0;
  notices = 0;

  exchanged(_: RecordedRequest, violations: readonly Violation[]): void {
    this.requests += 1;
    this.delivered(violations);
  }

  delivered(violations: readonly Violation[]): void {
    const { errors, warnings, notices } = countBySeverity(violations);
    this.errors += errors;
    this.warnings += warnings;
    this.notices += notices;
  }
}

const longest = 10_000;

/** Remembers the latest requests and violations; notices are forgotten before warnings, warnings before errors. */
export class RequestLog implements Observer {
  readonly requests: RecordedRequest[] = [];
  readonly violations: Violation[] = [];

  exchanged(request: RecordedRequest, violations: readonly Violation[]): void {
    this.requests.push(request);
    if (this.requests.length > longest) this.requests.shift();
    this.delivered(violations);
  }

  delivered(violations: readonly Violation[]): void {
    this.violations.push(...violations);
    while (this.violations.length > longest) this.violations.splice(this.#leastUseful(), 1);
  }

  /** The place of the oldest notice, else of the oldest warning, else of the oldest violation. */
  #leastUseful(): number {
    const places = (['notice', 'warning'] as const).map((wanted) => {
      return this.violations.findIndex(({ severity }) => severity === wanted);
    });
    return places.find((place) => place >= 0) ?? 0;
  }

  clear(): void {
    this.requests.length = 0;
    this.violations.length = 0;
  }
}
