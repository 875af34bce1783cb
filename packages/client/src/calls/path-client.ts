import type { RequestOptions, UntypedInit } from '../options.js';
import { completeOptions } from '../request/call-options.js';
import { isError } from '../request/pipeline.js';
import { prepare } from '../request/prepare.js';
import type { Http } from './http.js';
import type { DataOf, ErrorBodyOf, InitOf, Method, OperationOf, PathWith } from './operation-types.js';

/** What a raw call resolves to: either `data` or `error` is there, by `response.ok`. */
export type RawResult<O> = RawSuccess<O> | RawFailure<O>;

/** The API responded with a success. */
export interface RawSuccess<O> {
  readonly ok: true;
  readonly data: DataOf<O>;
  readonly error?: never;
  readonly response: Response;
}

/** The API responded with an error status; `error` is its body, `undefined` when there was none that could be read. */
export interface RawFailure<O> {
  readonly ok: false;
  readonly data?: never;
  readonly error: ErrorBodyOf<O>;
  readonly response: Response;
}

type RawInit<O> = InitOf<O> & RequestOptions;
type RawArguments<O> = Record<never, never> extends InitOf<O> ? [init?: RawInit<O>] : [init: RawInit<O>];

type RawMethod<M extends Method> = <P extends PathWith<M>>(
  path: P,
  ...init: RawArguments<OperationOf<P, M>>
) => Promise<RawResult<OperationOf<P, M>>>;

/**
 * Every operation of the spec by its path, with the client's whole pipeline behind it. Calls do not reject on an error
 * status: look at `error` or `response.ok`. They reject when there is no usable response at all.
 */
export interface PathClient {
  readonly GET: RawMethod<'get'>;
  readonly POST: RawMethod<'post'>;
  readonly PATCH: RawMethod<'patch'>;
  readonly DELETE: RawMethod<'delete'>;
}

/**
 * The raw path client over `http`.
 *
 * @internal
 */
export function createPathClient(http: Http): PathClient {
  const method = (name: string) => async (path: string, init?: UntypedInit & RequestOptions) => {
    const { baseUrl, defaults, sendForAnyStatus } = http.connection;
    const options = completeOptions(init, defaults);
    const received = await sendForAnyStatus(
      prepare({ baseUrl, method: name, template: path, init, options }),
    );
    const { data, response } = received;
    return isError(received) ? { ok: false, error: data, response } : { ok: true, data, response };
  };
  return {
    GET: method('GET'),
    POST: method('POST'),
    PATCH: method('PATCH'),
    DELETE: method('DELETE'),
  } as PathClient;
}
