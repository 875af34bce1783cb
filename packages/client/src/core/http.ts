import { apiErrorFrom } from '../errors/status-errors.js';
import type { RequestOptions } from '../options.js';
import { ApiPromise, type ApiResult } from './api-promise.js';
import type { Engine } from './engine.js';
import type { DataOf, InitOf, OperationOf, PathWith } from './operation-types.js';
import { type CallDefaults, completeOptions } from './request-options.js';
import { retryAfterMs } from './retry-after.js';
import { type Answer, idempotencyKeyOf, isError, operationOf } from './send.js';

/** A call before it is typed: what the typed methods of {@link Http} and of the raw client have in common. */
export interface UntypedInit {
  readonly params?: { readonly path?: object; readonly query?: object };
  readonly body?: unknown;
}

/** Typed calls of the spec's operations that reject when the API answers with an error status. */
export class Http {
  readonly #engine: Engine;
  readonly #defaults: CallDefaults;

  constructor(engine: Engine, defaults: CallDefaults) {
    this.#engine = engine;
    this.#defaults = defaults;
  }

  GET<P extends PathWith<'get'>>(template: P, init: InitOf<OperationOf<P, 'get'>>, options?: RequestOptions) {
    return this.#call<DataOf<OperationOf<P, 'get'>>>('GET', template, init, options);
  }

  POST<P extends PathWith<'post'>>(
    template: P,
    init: InitOf<OperationOf<P, 'post'>>,
    options?: RequestOptions,
  ) {
    return this.#call<DataOf<OperationOf<P, 'post'>>>('POST', template, init, options);
  }

  PATCH<P extends PathWith<'patch'>>(
    template: P,
    init: InitOf<OperationOf<P, 'patch'>>,
    options?: RequestOptions,
  ) {
    return this.#call<DataOf<OperationOf<P, 'patch'>>>('PATCH', template, init, options);
  }

  DELETE<P extends PathWith<'delete'>>(
    template: P,
    init: InitOf<OperationOf<P, 'delete'>>,
    options?: RequestOptions,
  ) {
    return this.#call<DataOf<OperationOf<P, 'delete'>>>('DELETE', template, init, options);
  }

  /** Sends a call and gives its answer, whatever its status. */
  async exchange(
    method: string,
    template: string,
    { params = {}, body }: UntypedInit,
    options?: RequestOptions,
  ): Promise<Answer> {
    const rest = completeOptions(options ?? {}, this.#defaults);
    return this.#engine({ method, template, params, body, rest });
  }

  #call<T>(method: string, template: string, init: UntypedInit, options?: RequestOptions): ApiPromise<T> {
    return new ApiPromise(this.exchange(method, template, init, options).then(toResult<T>));
  }
}

function toResult<T>(answer: Answer): ApiResult<T> {
  const { response, data, requestId, attempts } = answer;
  if (isError(answer)) throw toError(answer);
  return { data: data as T, response, requestId, attempts };
}

function toError({ request, response, data, requestId, attempts }: Answer): Error {
  const { status, headers } = response;
  return apiErrorFrom({
    status,
    operation: operationOf(request),
    headers,
    body: data,
    requestId,
    idempotencyKey: idempotencyKeyOf(request),
    retryAfterMs: retryAfterMs(headers),
    attempts,
  });
}
