import type { ApiPromise, PagePromise } from '../calls/api-promise.js';
import type { Http } from '../calls/http.js';
import type {
  WebhookEndpoint,
  WebhookEndpointCreated,
  WebhookEndpointCreateParams,
  WebhookEndpointList,
  WebhookEndpointListParams,
  WebhookEndpointUpdateParams,
} from '../models.js';
import type { RequestOptions } from '../options.js';
import { bindMethods } from './bind-methods.js';

/** Endpoints of yours that OMS calls when something changes. */
export class WebhookEndpoints {
  readonly #http: Http;

  /** @internal */
  constructor(http: Http) {
    this.#http = http;
    bindMethods(this);
  }

  /** `POST /webhooks` — register an endpoint. Its signing secret is in this response and never shown again. */
  create(params: WebhookEndpointCreateParams, options?: RequestOptions): ApiPromise<WebhookEndpointCreated> {
    return this.#http.POST('/webhooks', { body: params }, options);
  }

  /** `GET /webhooks/{id}` — fetch one endpoint. */
  get(webhookEndpointId: string, options?: RequestOptions): ApiPromise<WebhookEndpoint> {
    return this.#http.GET('/webhooks/{id}', { params: { path: { id: webhookEndpointId } } }, options);
  }

  /** `GET /webhooks` — list endpoints: `await` it for one page, iterate for all. */
  list(
    params: WebhookEndpointListParams = {},
    options?: RequestOptions,
  ): PagePromise<WebhookEndpointList, WebhookEndpoint> {
    return this.#http.LIST('/webhooks', { params: { query: params } }, options);
  }

  /** `PATCH /webhooks/{id}` — change the fields that are passed; `enabled: false` pauses deliveries. */
  update(
    webhookEndpointId: string,
    params: WebhookEndpointUpdateParams,
    options?: RequestOptions,
  ): ApiPromise<WebhookEndpoint> {
    return this.#http.PATCH(
      '/webhooks/{id}',
      { params: { path: { id: webhookEndpointId } }, body: params },
      options,
    );
  }

  /** `DELETE /webhooks/{id}` — remove an endpoint. */
  delete(webhookEndpointId: string, options?: RequestOptions): ApiPromise<undefined> {
    return this.#http.DELETE('/webhooks/{id}', { params: { path: { id: webhookEndpointId } } }, options);
  }
}
