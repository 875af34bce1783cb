import type { ApiPromise, PagePromise } from '../calls/api-promise.js';
import type { Http } from '../calls/http.js';
import { waitForEndorsement } from '../calls/wait-for-endorsement.js';
import type {
  Customer,
  CustomerCreateParams,
  CustomerList,
  CustomerListParams,
  CustomerUpdateParams,
  EndorsementName,
} from '../models.js';
import type { RequestOptions, WaitOptions } from '../options.js';
import { bindMethods } from './bind-methods.js';

/** The people money belongs to. Their identity data is sent here; the results of its checks are endorsements. */
export class Customers {
  readonly #http: Http;

  /** @internal */
  constructor(http: Http) {
    this.#http = http;
    bindMethods(this);
  }

  /** `POST /customers` — register one person. Only `type` is required; endorsements need the identity fields too. */
  create(params: CustomerCreateParams, options?: RequestOptions): ApiPromise<Customer> {
    return this.#http.POST('/customers', { body: params }, options);
  }

  /** `GET /customers/{customerId}` — fetch one customer. */
  get(customerId: string, options?: RequestOptions): ApiPromise<Customer> {
    return this.#http.GET('/customers/{customerId}', { params: { path: { customerId } } }, options);
  }

  /** `GET /customers` — list customers, active and inactive unless filtered: `await` it for one page, iterate for all. */
  list(params: CustomerListParams = {}, options?: RequestOptions): PagePromise<CustomerList, Customer> {
    return this.#http.LIST('/customers', { params: { query: params } }, options);
  }

  /** `PATCH /customers/{customerId}` — change the fields that are passed; documents and endorsements are added. */
  update(customerId: string, params: CustomerUpdateParams, options?: RequestOptions): ApiPromise<Customer> {
    return this.#http.PATCH(
      '/customers/{customerId}',
      { params: { path: { customerId } }, body: params },
      options,
    );
  }

  /** `DELETE /customers/{customerId}` — set the status to `inactive`; the record stays readable. */
  delete(customerId: string, options?: RequestOptions): ApiPromise<Customer> {
    return this.#http.DELETE('/customers/{customerId}', { params: { path: { customerId } } }, options);
  }

  /**
   * `GET /customers/{customerId}` — fetch a customer until an endorsement is active, at first every second and ever
   * less often.
   *
   * It goes on over an outage, and waits as long as the API asks to.
   *
   * @throws {EndorsementError} when its status is settled or closed or the time is up; it says what is missing, and its
   * `cause` is the last failure if that was what it ended with.
   */
  waitForEndorsement(customerId: string, name: EndorsementName, options?: WaitOptions): Promise<Customer> {
    return waitForEndorsement((given) => this.get(customerId, given), name, options);
  }
}
