import type { ApiPromise } from '../calls/api-promise.js';
import type { Http } from '../calls/http.js';
import type {
  ExternalAccount,
  ExternalAccountCreateParams,
  ExternalAccountSchemaList,
  ExternalAccountSchemaListParams,
} from '../models.js';
import type { RequestOptions } from '../options.js';
import { bindMethods } from './bind-methods.js';

/**
 * Bank accounts outside OMS.
 *
 * @experimental The documentation announces these operations; v0.9 does not have them yet, so a call against the real
 * API fails. They work against the mock server, for planning.
 */
export class ExternalAccounts {
  readonly #http: Http;

  /** @internal */
  constructor(http: Http) {
    this.#http = http;
    bindMethods(this);
  }

  /** `GET /external-accounts/schemas` — fetch which fields the rails of a country and currency need. Not available yet. */
  listSchemas(
    params: ExternalAccountSchemaListParams = {},
    options?: RequestOptions,
  ): ApiPromise<ExternalAccountSchemaList> {
    return this.#http.GET('/external-accounts/schemas', { params: { query: params } }, options);
  }

  /** `POST /customers/{id}/external-accounts` — register a bank account of a customer. Not available yet. */
  create(
    customerId: string,
    params: ExternalAccountCreateParams,
    options?: RequestOptions,
  ): ApiPromise<ExternalAccount> {
    const path = { id: customerId };
    return this.#http.POST('/customers/{id}/external-accounts', { params: { path }, body: params }, options);
  }
}
