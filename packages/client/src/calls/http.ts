import type { OverridableOptions, RequestOptions, UntypedInit } from '../options.js';
import { completeOptions, overrideDefaults } from '../request/call-options.js';
import type { Connection } from '../request/connection.js';
import type { ReceivedResponse } from '../request/pipeline.js';
import { prepare } from '../request/prepare.js';
import { ApiPromise, type Page, PagePromise } from './api-promise.js';
import type { DataOf, InitOf, OperationOf, PathWith } from './operation-types.js';

/** Typed calls of the spec's operations. */
export class Http {
  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** The same pipeline, token included, with other defaults. */
  withOptions(options: OverridableOptions): Http {
    const { defaults } = this.connection;
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
    return send(prepare({ baseUrl, method, template, init, options: completeOptions(options, defaults) }));
  }
}
