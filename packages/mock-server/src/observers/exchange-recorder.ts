import { toPointer } from '../json/json-object.js';
import type { DeliveryAttempt } from '../sandbox/webhooks/delivery-options.js';
import { entryOf } from '../violations/code-table.js';
import type { Violation } from '../violations/violation.js';
import { longestBody, type MaskedAttempt, type MaskedMessage, type Masking } from './masking.js';
import type { Observer, RecordedRequest, WholeExchange } from './observer.js';

/** An exchange without what was in its messages. */
export interface ExchangeSummary extends RecordedRequest, Pick<WholeExchange, 'id' | 'durationMs'> {
  readonly time: string;
  /** Path and query as they were sent, where the spec knows the path. */
  readonly target: string;
  readonly violations: readonly Violation[];
}

/** An exchange in full. */
export interface RecordedExchange extends Omit<ExchangeSummary, 'violations'> {
  readonly request: MaskedMessage;
  readonly response: MaskedMessage;
  readonly violations: readonly ExplainedViolation[];
}

/** A violation with what its code means. */
interface ExplainedViolation extends Violation {
  readonly explanation: string;
  /** Its place in the body, as a JSON pointer. */
  readonly pointer?: string;
}

/** An attempt to deliver with its messages, and when it ended. */
type RecordedAttempt = DeliveryAttempt & MaskedAttempt & { readonly time: string };

const mostExchanges = 500;
const mostAttempts = 1000;
const mostCharacters = 16_777_216;
const mostCharactersOfAttempts = 4_194_304;

/** Keeps the latest exchanges in full, 500 with bodies of 64 kB and 16 MB in all, and 1,000 attempts to deliver with 4 MB. What must not be kept is masked before. */
export class ExchangeRecorder implements Observer {
  readonly #masking: Masking;
  readonly #exchanges = new Map<string, RecordedExchange>();
  readonly #attempts: RecordedAttempt[] = [];
  readonly #now: () => number;
  #characters = 0;
  #charactersOfAttempts = 0;

  constructor(masking: Masking, now: () => number) {
    this.#masking = masking;
    this.#now = now;
  }

  exchanged(recorded: RecordedRequest, violations: readonly Violation[], whole: WholeExchange): void {
    const { id, startMs, durationMs, request, response } = whole;
    const isKnown = recorded.operationId !== undefined;
    const exchange = {
      ...{ id, time: new Date(startMs).toISOString(), durationMs, ...recorded },
      target: isKnown ? this.#masking.target(request.target) : recorded.path,
      request: {
        headers: this.#masking.headers(request.headers),
        body: this.#masking.body(request.bytes, longestBody),
      },
      response: {
        headers: this.#masking.headers(response.headers),
        body: this.#masking.responseBody(response, longestBody),
      },
      violations: violations.map(explained),
    };
    this.#exchanges.set(id, exchange);
    this.#characters += sizeOf(exchange);
    for (const [oldest, old] of this.#exchanges) {
      if (this.#exchanges.size <= mostExchanges && this.#characters <= mostCharacters) break;
      this.#exchanges.delete(oldest);
      this.#characters -= sizeOf(old);
    }
  }

  delivered(): void {}

  attempted(attempt: DeliveryAttempt, shown: () => MaskedAttempt): void {
    const recorded = { ...attempt, ...shown(), time: new Date(this.#now()).toISOString() };
    this.#attempts.push(recorded);
    this.#charactersOfAttempts += sizeOfAttempt(recorded);
    while (this.#attempts.length > mostAttempts || this.#charactersOfAttempts > mostCharactersOfAttempts) {
      const oldest = this.#attempts.shift();
      if (oldest === undefined) break;
      this.#charactersOfAttempts -= sizeOfAttempt(oldest);
    }
  }

  /** The attempts to send a delivery that are kept, the oldest first. */
  attemptsOf(id: string): RecordedAttempt[] {
    return this.#attempts.filter(({ deliveryId }) => deliveryId === id);
  }

  /** The same of several deliveries, without the messages. */
  attempts(ids: readonly string[]): Omit<RecordedAttempt, keyof MaskedAttempt>[] {
    return this.#attempts
      .filter(({ deliveryId }) => ids.includes(deliveryId))
      .map(({ request: _, response: __, ...attempt }) => attempt);
  }

  /** The exchanges that are kept, the oldest first. */
  list(): ExchangeSummary[] {
    return [...this.#exchanges.values()].map(({ request: _, response: __, ...exchange }) => ({
      ...exchange,
      violations: exchange.violations.map(({ explanation: _, pointer: __, ...violation }) => violation),
    }));
  }

  get(id: string): RecordedExchange | undefined {
    return this.#exchanges.get(id);
  }

  clear(): void {
    this.#exchanges.clear();
    this.#attempts.length = 0;
    this.#characters = 0;
    this.#charactersOfAttempts = 0;
  }
}

function explained(violation: Violation): ExplainedViolation {
  const { code, location } = violation;
  const [place, ...steps] = location;
  const { explanation } = entryOf(code);
  return { ...violation, explanation, ...(place === 'body' && { pointer: toPointer(steps) }) };
}

function sizeOf({ target, request, response }: RecordedExchange): number {
  return target.length + sizeOfMessage(request) + sizeOfMessage(response);
}

function sizeOfAttempt({ request, response }: MaskedAttempt): number {
  return sizeOfMessage(request) + (response === undefined ? 0 : sizeOfMessage(response));
}

function sizeOfMessage({ headers, body }: MaskedMessage): number {
  return JSON.stringify(headers).length + body.text.length;
}
