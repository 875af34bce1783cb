import { notFound } from './api-problem.js';
import type { World } from './world.js';

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

/** The webhook endpoints and their secrets. */
export class WebhookEndpoints {
  readonly #world: World;
  readonly #endpoints = new Map<string, WebhookEndpoint>();
  readonly #secrets = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Every endpoint, the newest first. */
  all(): WebhookEndpoint[] {
    return [...this.#endpoints.values()].reverse();
  }

  /** Throws a 404 for an unknown id. */
  find(id: string): WebhookEndpoint {
    const endpoint = this.#endpoints.get(id);
    if (endpoint === undefined) throw notFound();
    return endpoint;
  }

  /** The new endpoint with its secret, which is shown this once. */
  create({
    url = '',
    events = [],
    enabled = true,
  }: WebhookEndpointFields): WebhookEndpoint & { secret: string } {
    const endpoint: WebhookEndpoint = {
      id: this.#world.id('whk'),
      object: 'webhook',
      url,
      events,
      enabled,
      status: enabled ? 'active' : 'disabled',
      complianceOnly: false,
      createdAt: this.#world.timestamp(),
    };
    const secret = `whsec_${this.#world.hex(64)}`;
    this.#endpoints.set(endpoint.id, endpoint);
    this.#secrets.set(endpoint.id, secret);
    return { ...endpoint, secret };
  }

  update(id: string, fields: WebhookEndpointFields): WebhookEndpoint {
    const { url, events, enabled, ...rest } = this.find(id);
    const isEnabled = fields.enabled ?? enabled;
    const endpoint: WebhookEndpoint = {
      ...rest,
      url: fields.url ?? url,
      events: fields.events ?? events,
      enabled: isEnabled,
      status: isEnabled ? 'active' : 'disabled',
    };
    this.#endpoints.set(id, endpoint);
    return endpoint;
  }

  delete(id: string): void {
    this.find(id);
    this.#endpoints.delete(id);
    this.#secrets.delete(id);
  }

  /** The endpoints that are enabled and want an event of this name; an empty list of events wants all. */
  wanting(event: string): WebhookEndpoint[] {
    return [...this.#endpoints.values()].filter(
      ({ enabled, events }) => enabled && (events.length === 0 || events.includes(event)),
    );
  }

  /** Where to send and how to sign; undefined for an endpoint that is gone or paused. */
  target(id: string): { readonly url: string; readonly secret: string } | undefined {
    const endpoint = this.#endpoints.get(id);
    return endpoint?.enabled === true
      ? { url: endpoint.url, secret: this.#secrets.get(id) ?? '' }
      : undefined;
  }
}
