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
    this.#endpoints.set(endpoint.id, endpoint);
    return { ...endpoint, secret: `whsec_${this.#world.hex(64)}` };
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
  }
}
