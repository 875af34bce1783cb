import { MisuseError, refuseUnknownName } from '../../option-check.js';
import type { Table, Tables } from '../state/tables.js';

/** How deliveries go out, beyond what a well-behaved network does. */
export interface DeliveryOptions {
  /**
   * How many times each delivery is sent under the same id, although it was acknowledged; at least 1.
   * @default 1
   */
  readonly copies?: number;
  /**
   * Lets every second event overtake the one before it. A first one that none overtakes goes out a second late.
   * @default false
   */
  readonly reorder?: boolean;
}

/** Sends one delivery and returns the response, or its status alone. Rejects when none comes. */
export type Deliver = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  context: DeliveryContext,
) => Promise<number | DeliveryResponse>;

/** What a receiver responded to a delivery. */
export interface DeliveryResponse {
  readonly status: number;
  /** By lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Its body, or the beginning of it. */
  readonly body?: string;
  /** Whether there is more of the body. */
  readonly isCut?: boolean;
}

/** What else there is to know of a delivery. */
export interface DeliveryContext {
  /** Aborts when the sandbox is closed or reset: nobody waits for the response any more. */
  readonly signal: AbortSignal;
  /** Whether a page in a browser registered the endpoint, which may be any site's. */
  readonly isOfPage: boolean;
  readonly endpointId: string;
  /** To be called when the status came, where more happens before it is returned: the attempt took until then. */
  readonly responded?: () => void;
}

/** Why an attempt got no response. */
export type DeliveryFailure = 'refused' | 'reset' | 'timeout' | 'unreachable';

/** One attempt to send a delivery. */
export interface DeliveryAttempt {
  readonly deliveryId: string;
  readonly endpointId: string;
  readonly event: string;
  /** Without user, query and fragment, which may hold secrets. */
  readonly url: string;
  /** Counted from 1. */
  readonly attempt: number;
  /** Of the response; 0 when none came. */
  readonly status: number;
  readonly durationMs: number;
  /** What has become of the delivery. */
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly failure?: DeliveryFailure;
  /** Why this endpoint is never called. */
  readonly neverCalled?: string;
  /** Until the next attempt, on the clock of the sandbox. */
  readonly retryInMs?: number;
}

/** The messages of an attempt, which may hold identity data and secrets. Nothing of them may be kept as it is. */
export interface AttemptMessages {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Missing when none came. */
  readonly response?: DeliveryResponse;
}

/** An endpoint that is never called as it stands. */
export interface UncalledEndpoint {
  readonly endpointId?: string;
  /** Without user, query and fragment, which may hold secrets. */
  readonly url?: string;
  readonly neverCalled: string;
}

/** Where a delivery would go. */
export type DeliveryPlace = Pick<DeliveryContext, 'isOfPage'> & { readonly url: string };

/** How the events of a sandbox go out. */
export interface DeliverySettings {
  readonly deliver: Deliver;
  /** Why an endpoint is never called; undefined for one that is. It completes `not called: …`. */
  readonly whyNeverCalled?: ((place: DeliveryPlace) => string | undefined) | undefined;
  /** Called after each attempt. */
  readonly onAttempt?: ((attempt: DeliveryAttempt, messages: AttemptMessages) => void) | undefined;
  /** Called when an endpoint is made or changed that is never called as it stands. */
  readonly onUncalledEndpoint?: ((endpoint: UncalledEndpoint) => void) | undefined;
  /** Called with the body of each new event; false keeps it from being sent. Without it every event is sent. */
  readonly checkEvent?: ((body: string) => boolean) | undefined;
  /** Options of all endpoints that have none of their own. */
  readonly webhooks?: DeliveryOptions | undefined;
}

const everyEndpoint = '';

/** Names of the delivery options. */
export const deliveryOptionNames: readonly (keyof DeliveryOptions)[] = ['copies', 'reorder'];

/** The delivery options of all endpoints and of single ones. */
export class EndpointDeliveryOptions {
  readonly #general: DeliveryOptions;
  readonly #options: Table<DeliveryOptions>;

  constructor(general: DeliveryOptions, tables: Tables) {
    this.#general = general;
    this.#options = tables.table('deliveryOptions');
  }

  /** How an endpoint gets its deliveries: its own options, then those set for all. */
  of(endpointId: string): Required<DeliveryOptions> {
    const plain = { copies: 1, reorder: false };
    return {
      ...plain,
      ...this.#general,
      ...this.#options.get(everyEndpoint),
      ...this.#options.get(endpointId),
    };
  }

  /** Sets the options of an endpoint, or of all without one. Throws as {@link checkedDeliveryOptions} does. */
  set(options: DeliveryOptions, endpointId = everyEndpoint): void {
    this.#options.set(endpointId, checkedDeliveryOptions(options));
  }
}

/** The options themselves. Throws MisuseError for one that is unknown or does not fit. */
export function checkedDeliveryOptions(options: DeliveryOptions): DeliveryOptions {
  refuseUnknownName(options, deliveryOptionNames, 'a delivery option');
  const { copies = 1, reorder = false } = options;
  if (typeof reorder !== 'boolean') throw new MisuseError('reorder must be true or false');
  if (Number.isInteger(copies) && copies >= 1 && copies <= 100) return options;
  throw new MisuseError('copies must be a whole number from 1 to 100');
}
