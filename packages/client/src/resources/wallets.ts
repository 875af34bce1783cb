import type { ApiPromise, PagePromise } from '../calls/api-promise.js';
import type { Http } from '../calls/http.js';
import type {
  Wallet,
  WalletBalance,
  WalletBalanceParams,
  WalletCreateParams,
  WalletList,
  WalletListParams,
} from '../models.js';
import type { RequestOptions } from '../options.js';
import { bindMethods } from './bind-methods.js';

/** Custodial wallets. One wallet holds one asset on one chain; a customer may have several. */
export class Wallets {
  readonly #http: Http;

  /** @internal */
  constructor(http: Http) {
    this.#http = http;
    bindMethods(this);
  }

  /** `POST /customers/{id}/wallets` — create a wallet. The customer needs the `cryptoCustody` endorsement. */
  create(customerId: string, params: WalletCreateParams, options?: RequestOptions): ApiPromise<Wallet> {
    return this.#http.POST(
      '/customers/{id}/wallets',
      { params: { path: { id: customerId } }, body: params },
      options,
    );
  }

  /** `GET /customers/{id}/wallets` — list a customer's wallets: `await` it for one page, iterate for all. */
  list(
    customerId: string,
    params: WalletListParams = {},
    options?: RequestOptions,
  ): PagePromise<WalletList, Wallet> {
    return this.#http.LIST(
      '/customers/{id}/wallets',
      { params: { path: { id: customerId }, query: params } },
      options,
    );
  }

  /** `GET /wallets/{id}` — fetch one wallet. */
  get(walletId: string, options?: RequestOptions): ApiPromise<Wallet> {
    return this.#http.GET('/wallets/{id}', { params: { path: { id: walletId } } }, options);
  }

  /** `GET /wallets/{id}/balance` — fetch what a wallet holds and an estimate of its value, as decimal strings. */
  getBalance(
    walletId: string,
    params: WalletBalanceParams = {},
    options?: RequestOptions,
  ): ApiPromise<WalletBalance> {
    return this.#http.GET(
      '/wallets/{id}/balance',
      { params: { path: { id: walletId }, query: params } },
      options,
    );
  }
}
