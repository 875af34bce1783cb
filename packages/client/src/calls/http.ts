import { overridableOptionNames, requestInitNames, requestOptionNames } from '../config/option-names.js';
import { addCallerFrames, ConfigurationError, InvalidArgumentError } from '../errors/oms-error.js';
import type { paths } from '../generated/openapi.gen.js';
import type { OverridableOptions, RequestOptions, UntypedInit } from '../options.js';
import { completeOptions, overrideDefaults } from '../request/call-options.js';
import { checkNames } from '../request/check-names.js';
import type { Connection, ReceivedResponse } from '../request/pipeline.js';
import { prepare } from '../request/prepare.js';
import { ApiPromise, type Page, PagePromise, type PageQuery } from './api-promise.js';

/** HTTP methods the spec uses. */
type Method = 'get' | 'post' | 'patch' | 'delete';

/** Path templates that have an operation with this method. */
type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: { responses: unknown } } ? P : never;
}[keyof paths];

/** One operation as generated from the spec. */
type OperationOf<P extends keyof paths, M extends Method> = paths[P][M];

type Json<R> = R extends { content: { 'application/json': infer B } } ? B : undefined;
type SuccessStatus = 200 | 201 | 202 | 204;

/** Body of the successful response; `undefined` where the spec declares none. */
type DataOf<O> = O extends { responses: infer R } ? Json<R[keyof R & SuccessStatus]> : never;

type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { readonly body: B }
  : { readonly body?: never };

type Optional<T, K extends string> =
  T extends Readonly<Record<K, infer V>> ? { readonly [N in K]: V } : { readonly [N in K]?: never };

type Query<O> = O extends { parameters: { query?: infer Q } }
  ? [Q] extends [undefined]
    ? { readonly query?: never }
    : { readonly query?: PageQuery<Q> }
  : { readonly query?: never };

type Parameters<O> = O extends { parameters: infer P } ? Optional<P, 'path'> & Query<O> : never;

type Params<O> = O extends { parameters: { path: unknown } }
  ? { readonly params: Parameters<O> }
  : { readonly params?: Parameters<O> };

/** What a call of one operation takes: path and query parameters and the body, as the spec declares them. */
type InitOf<O> = Params<O> & Body<O>;

/** Typed calls of the spec's operations. */
export class Http {
  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** The same pipeline, token included, with other defaults. */
  withOptions(options: OverridableOptions): Http {
    const { defaults } = this.connection;
    checkNames(ConfigurationError, options, overridableOptionNames);
    return new Http({ ...this.connection, defaults: overrideDefaults(defaults, options) });
  }

  GET<P extends PathWith<'get'>>(template: P, init: InitOf<OperationOf<P, 'get'>>, options?: RequestOptions) {
    return this.request<DataOf<OperationOf<P, 'get'>>>('GET', template, init, options);
  }

  /** A list that resolves to one page, and fetches further pages when it is iterated. */
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
      const query = cursor === undefined ? withoutNullCursor(params?.query) : { ...filters, cursor };
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

  /** A call of any operation, including one that is not in the spec. */
  request<T>(method: string, template: string, init?: UntypedInit, options?: RequestOptions): ApiPromise<T> {
    return new ApiPromise(this.#send(method, template, init, options));
  }

  /** As a promise also when the call cannot be sent. */
  async #send(
    method: string,
    template: string,
    init?: UntypedInit,
    options?: RequestOptions,
  ): Promise<ReceivedResponse> {
    const { baseUrl, defaults, send } = this.connection;
    try {
      checkNames(InvalidArgumentError, options, init === options ? requestInitNames : requestOptionNames);
      const completed = completeOptions(options, defaults);
      return await send(prepare({ baseUrl, method, template, init, options: completed }));
    } catch (error) {
      throw addCallerFrames(error);
    }
  }
}

/** The last page of a list has null for its cursor; as a position it stands for the beginning. */
function withoutNullCursor(query: object | undefined): object | undefined {
  const { cursor } = Object(query) as { readonly cursor?: unknown };
  return cursor === null ? { ...query, cursor: undefined } : query;
}
