import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { apiErrorFrom } from '../errors/status-errors.js';
import type { OverridableOptions, RequestOptions } from '../options.js';
import { type CallDefaults, overrideDefaults } from '../request/call-defaults.js';
import type { Engine } from '../request/engine.js';
import { idempotencyKeyOf, isError, type ReceivedResponse } from '../request/pipeline.js';
import { completeOptions } from '../request/request-options.js';
import { retryAfterMs } from '../steps/retry-after.js';
import { ApiPromise } from './api-promise.js';
import type { DataOf, InitOf, OperationOf, PathWith } from './operation-types.js';
import { type Page, PagePromise } from './page-promise.js';
import type { UntypedInit } from './untyped-init.js';

/** Typed calls of the spec's operations that reject when the API responds with an error status. */
export class Http {
  readonly #engine: Engine;
  readonly #defaults: CallDefaults;

  constructor(engine: Engine, defaults: CallDefaults) {
    this.#engine = engine;
    this.#defaults = defaults;
  }

  /** The same connection to the API, token included, with other defaults. */
  withOptions(options: OverridableOptions): Http {
    return new Http(this.#engine, overrideDefaults(this.#defaults, options));
  }

  GET<P extends PathWith<'get'>>(template: P, init: InitOf<OperationOf<P, 'get'>>, options?: RequestOptions) {
    return this.request<DataOf<OperationOf<P, 'get'>>>('GET', template, init, options);
  }

  /** A list that gives its page, and further pages when it is iterated. */
  LIST<P extends PathWith<'get'>, Item>(
    template: P,
    init: InitOf<OperationOf<P, 'get'>>,
    options?: RequestOptions,
  ): PagePromise<DataOf<OperationOf<P, 'get'>> & Page<Item>, Item> {
    const { params }: UntypedInit = init;
    let filters: object | undefined;
    return new PagePromise(async (cursor) => {
      // Further pages have the filters of the first, whatever the caller has made of them since.
      filters ??= { ...params?.query };
      const query = cursor === undefined ? params?.query : { ...filters, cursor };
      return this.#send('GET', template, { params: { ...params, query: query as object } }, options);
    });
  }

  POST<P extends PathWith<'post'>>(
    template: P,
    init: InitOf<OperationOf<P, 'post'>>,
    options?: RequestOptions,
  ) {
    return this.request<DataOf<OperationOf<P, 'post'>>>('POST', template, init, options);
  }

  PATCH<P extends PathWith<'patch'>>(
    template: P,
    init: InitOf<OperationOf<P, 'patch'>>,
    options?: RequestOptions,
  ) {
    return this.request<DataOf<OperationOf<P, 'patch'>>>('PATCH', template, init, options);
  }

  DELETE<P extends PathWith<'delete'>>(
    template: P,
    init: InitOf<OperationOf<P, 'delete'>>,
    options?: RequestOptions,
  ) {
    return this.request<DataOf<OperationOf<P, 'delete'>>>('DELETE', template, init, options);
  }

  /** Sends a call and gives its response, whatever its status. What is wrong with the call is thrown at once. */
  exchange(
    method: string,
    template: string,
    init?: UntypedInit,
    options?: RequestOptions,
  ): Promise<ReceivedResponse> {
    const { params, body } = init ?? {};
    checkMethod(method, body);
    return this.#engine({
      method,
      template,
      params: params ?? {},
      body,
      options: completeOptions(options, this.#defaults),
    });
  }

  /** A call of any operation, also one the spec has not; rejects when the API responds with an error status. */
  request<T>(method: string, template: string, init?: UntypedInit, options?: RequestOptions): ApiPromise<T> {
    return new ApiPromise(this.#send(method, template, init, options));
  }

  async #send(
    method: string,
    template: string,
    init?: UntypedInit,
    options?: RequestOptions,
  ): Promise<ReceivedResponse> {
    const received = await this.exchange(method, template, init, options);
    if (isError(received)) throw toError(received);
    return received;
  }
}

/** A runtime's own error for a bad method quotes it, and some of them change its case. */
function checkMethod(method: string, body: unknown): void {
  if (typeof method !== 'string' || !/^(?!CONNECT$|TRACE$|TRACK$)[A-Z]{3,7}$/.test(method)) {
    throw new InvalidArgumentError('method', 'method must be an HTTP method in upper case, such as GET.');
  }
  if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
    throw new InvalidArgumentError('body', `A ${method} cannot have a body; use params.query.`);
  }
}

function toError({ request, response, data, requestId, attempts }: ReceivedResponse): Error {
  const { status, headers } = response;
  return apiErrorFrom({
    status,
    operation: request.operation,
    headers,
    body: data,
    requestId,
    idempotencyKey: idempotencyKeyOf(request),
    retryAfterMs: retryAfterMs(headers),
    attempts,
  });
}
