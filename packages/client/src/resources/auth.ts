import type { ApiPromise } from '../calls/api-promise.js';
import type { Http } from '../calls/http.js';
import type { Token, TokenCreateParams } from '../models.js';
import type { RequestOptions } from '../options.js';
import { bindMethods } from './bind-methods.js';

/** Bearer tokens. The client exchanges its own credentials by itself; this is for tokens that are used elsewhere. */
export class Auth {
  readonly #http: Http;

  /** @internal */
  constructor(http: Http) {
    this.#http = http;
    bindMethods(this);
  }

  /** `POST /auth/token` — exchange an API key and its secret for a token that lives 60 minutes. */
  createToken(params: TokenCreateParams, options?: RequestOptions): ApiPromise<Token> {
    return this.#http.POST('/auth/token', { body: params }, options);
  }
}
