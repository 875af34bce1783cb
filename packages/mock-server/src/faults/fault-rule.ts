import { sentence } from '../option-check.js';

/** When a fault happens: before the request is carried out, or afterwards, when only its response is lost. */
export type FaultMoment = 'before' | 'after';

/** Which requests a rule hits: all of them unless narrowed. Each condition that is given has to hold. */
export interface FaultSelection {
  /**
   * An operationId such as `createCustomer`, a method and path such as `POST /customers`, or `any`.
   * @default 'any'
   */
  readonly operation?: string | undefined;
  /** Only call number `nth` of those the rule is about, counted from 1. */
  readonly nth?: number | undefined;
  /** Every call whose number divides by this. */
  readonly every?: number | undefined;
  /** The first so many calls. */
  readonly first?: number | undefined;
  /** The share of calls that is hit, 0 to 1; the seed of the server decides which. */
  readonly probability?: number | undefined;
}

/** How much of the body is sent before something happens to it. */
interface BodyFault {
  /**
   * In bytes; at most all but the last.
   * @default half of the body
   */
  readonly afterBytes?: number | undefined;
}

/** A webhook delivery that arrives more than once. */
interface DeliveryFaultRule extends Omit<FaultSelection, 'operation'> {
  readonly kind: 'duplicate-delivery';
  /**
   * Name of the event, such as `customer.endorsement.granted`.
   * @default every event
   */
  readonly event?: string | undefined;
  /**
   * How often it comes on top of the first time.
   * @default 1
   */
  readonly copies?: number | undefined;
}

/** Something that goes wrong with a response. */
type RequestFault =
  | {
      readonly kind: 'latency';
      readonly latencyMs: number;
      /** @default 'before' */
      readonly when?: FaultMoment | undefined;
    }
  | { readonly kind: 'reset-before' | 'reset-after' }
  | ({ readonly kind: 'reset-in-body' | 'stalled-body' | 'truncated-json' } & BodyFault)
  | {
      readonly kind: 'html';
      /** @default 502 */
      readonly status?: number | undefined;
      /** @default 'before' */
      readonly when?: FaultMoment | undefined;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: string | number | undefined;
      /** @default 'before' */
      readonly when?: FaultMoment | undefined;
    }
  | {
      readonly kind: 'rate-limit';
      /**
       * The `Retry-After` header: seconds, an HTTP date, or whatever a client has to cope with.
       * @default 1
       */
      readonly retryAfter?: string | number | undefined;
    }
  | { readonly kind: 'unauthorized' }
  | {
      readonly kind: 'clock-skew';
      /** How far the clock of the server is ahead, in milliseconds; negative when it is behind. */
      readonly skewMs: number;
    };

/** What goes wrong, and when. */
export type FaultRule = (RequestFault & FaultSelection) | DeliveryFaultRule;

/** The name of what goes wrong. */
export type FaultKind = FaultRule['kind'];

/** A fault rule cannot be used. The message names the field and says what it has to be; it holds no value. */
export class FaultRuleError extends Error {
  override readonly name = 'FaultRuleError';
  /** The field that is wrong, such as `nth`. */
  readonly field: string;

  constructor(field: string, problem: string) {
    super(sentence(`Fault rule: ${field} ${problem}`));
    this.field = field;
  }
}
