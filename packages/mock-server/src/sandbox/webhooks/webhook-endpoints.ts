import { isHttpUrl } from '../../option-check.js';
import { ApiProblem, invalidBody, notFound } from '../rules/api-problem.js';
import type { Clock } from '../state/clock.js';
import type { Ids } from '../state/ids.js';
import type { Table, Tables } from '../state/tables.js';
import type { DeliverySettings } from './delivery-options.js';

/** A webhook endpoint that is not made through the API. */
export interface GivenEndpoint {
  readonly url: string;
  /** Signs the deliveries; it is never shown. */
  readonly secret: string;
  /** @default every event */
  readonly events?: readonly string[];
  /**
   * `false` pauses deliveries.
   * @default true
   */
  readonly enabled?: boolean;
}

/** A webhook endpoint as the API shows one after its creation: without its secret. */
export interface WebhookEndpoint {
  readonly id: string;
  readonly object: 'webhook';
  readonly url: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  readonly status: 'active' | 'disabled';
  readonly complianceOnly: boolean;
  readonly createdAt: string;
}

/** What a caller may set. */
export type WebhookEndpointFields = Partial<Pick<WebhookEndpoint, 'url' | 'events' | 'enabled'>>;

/** A webhook endpoint as the sandbox keeps one. */
export interface WebhookEndpointRecord extends WebhookEndpoint {
  readonly ordinal: number;
  /** Kept as it is: deliveries are signed with it. */
  readonly secret: string;
  /** Whether a page in a browser set the URL. */
  readonly isOfPage?: boolean;
}

/** Where to send, and how to sign. */
export type DeliveryTarget = Pick<WebhookEndpointRecord, 'id' | 'url' | 'secret' | 'isOfPage'>;

/** What would make each event slower for all of them. */
export const mostEndpoints = 1000;

/** The webhook endpoints and their secrets. */
export class WebhookEndpoints {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #endpoints: Table<WebhookEndpointRecord>;
  readonly #settings: Pick<DeliverySettings, 'whyNeverCalled' | 'onUncalledEndpoint'>;

  constructor(
    { clock, ids, tables }: { readonly clock: Clock; readonly ids: Ids; readonly tables: Tables },
    settings: Pick<DeliverySettings, 'whyNeverCalled' | 'onUncalledEndpoint'>,
  ) {
    this.#clock = clock;
    this.#settings = settings;
    this.#ids = ids;
    this.#endpoints = tables.table('webhookEndpoint');
  }

  /** Every endpoint, the newest first. */
  all(): WebhookEndpointRecord[] {
    return [...this.#endpoints.rows()].reverse();
  }

  /** Throws a 404 for an unknown id. */
  find(id: string): WebhookEndpointRecord {
    const endpoint = this.#endpoints.get(id);
    if (endpoint === undefined) throw notFound('webhook endpoint');
    return endpoint;
  }

  /** Makes an endpoint under a secret that is known, unless it exists already. Throws as `create` does. */
  addGiven({ secret, ...fields }: GivenEndpoint): WebhookEndpointRecord {
    const same = this.all().find((endpoint) => endpoint.url === fields.url && endpoint.secret === secret);
    if (same !== undefined) return same;
    const endpoint = this.create(fields);
    return this.#endpoints.set(endpoint.id, { ...endpoint, secret });
  }

  /** Throws a 422 for a URL that HTTP does not reach, and a 409 when there are too many. */
  create(
    { url = '', events = [], enabled = true }: WebhookEndpointFields,
    isOfPage = false,
  ): WebhookEndpointRecord {
    refuseOtherThanHttp(url);
    if (this.#endpoints.size >= mostEndpoints) throw tooMany();
    const id = this.#ids.id('whk');
    return this.#keep({
      id,
      ordinal: this.#ids.ordinal(),
      object: 'webhook',
      url,
      events,
      enabled,
      status: enabled ? 'active' : 'disabled',
      complianceOnly: false,
      createdAt: this.#clock.timestamp(),
      secret: `whsec_${this.#ids.secretHex(64)}`,
      ...(isOfPage && { isOfPage }),
    });
  }

  /** Throws as `find` and `create` do. */
  update(id: string, fields: WebhookEndpointFields, isByPage = false): WebhookEndpointRecord {
    const { isOfPage: before = false, ...endpoint } = this.find(id);
    const isOfPage = fields.url === undefined ? before : isByPage;
    const { url = endpoint.url, events = endpoint.events, enabled = endpoint.enabled } = fields;
    refuseOtherThanHttp(url);
    const status = enabled ? 'active' : 'disabled';
    return this.#keep({
      ...endpoint,
      url,
      events,
      enabled,
      status,
      ...(isOfPage && { isOfPage }),
    });
  }

  /** Why an endpoint gets nothing as it stands; undefined for one that is called. */
  whyNeverCalled({ url, isOfPage = false, enabled }: WebhookEndpointRecord): string | undefined {
    if (!enabled) return 'it is disabled; enable it first';
    return this.#settings.whyNeverCalled?.({ url, isOfPage });
  }

  delete(id: string): void {
    this.find(id);
    this.#endpoints.delete(id);
  }

  /** The endpoints that are enabled and want an event of this name: it, a name that ends with a star, or all by an empty list. */
  wanting(event: string): WebhookEndpointRecord[] {
    return [...this.#endpoints.rows()].filter(
      ({ enabled, events }) =>
        enabled && (events.length === 0 || events.some((wanted) => isWanted(wanted, event))),
    );
  }

  #keep(endpoint: WebhookEndpointRecord): WebhookEndpointRecord {
    const { id: endpointId, url } = endpoint;
    const neverCalled = this.whyNeverCalled(endpoint);
    if (neverCalled !== undefined)
      this.#settings.onUncalledEndpoint?.({ endpointId, url: shownUrl(url), neverCalled });
    return this.#endpoints.set(endpointId, endpoint);
  }

  /** Where to send and how to sign; undefined for an endpoint that is gone or paused. */
  target(id: string): DeliveryTarget | undefined {
    const endpoint = this.#endpoints.get(id);
    return endpoint?.enabled === true ? endpoint : undefined;
  }
}

/** An endpoint as every response but that of its creation shows it. */
export function endpointView({
  ordinal: _,
  secret: __,
  isOfPage: ___,
  ...endpoint
}: WebhookEndpointRecord): WebhookEndpoint {
  return endpoint;
}

/** An endpoint with its secret, which is shown once. */
export function createdEndpointView(record: WebhookEndpointRecord): WebhookEndpoint & { secret: string } {
  return { ...endpointView(record), secret: record.secret };
}

/** A URL as it may be shown: what may be secret in it is left out. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function tooMany(): ApiProblem {
  const message = `There are ${mostEndpoints} webhook endpoints already; delete some first.`;
  return new ApiProblem(409, 'state_conflict', message);
}

function refuseOtherThanHttp(url: string): void {
  if (isHttpUrl(url)) return;
  throw invalidBody([{ location: 'body.url', code: 'format', message: 'Must be an http or https URL.' }]);
}

function isWanted(wanted: string, event: string): boolean {
  return wanted.endsWith('*') ? event.startsWith(wanted.slice(0, -1)) : wanted === event;
}
