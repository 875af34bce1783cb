import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { OmsClient } from './client.js';
import { addCallerFrames, ConfigurationError, InvalidArgumentError } from './errors/oms-error.js';
import type { paths } from './generated/openapi.gen.js';
import type { HeaderOptions, RequestOptions } from './options.js';
import { completeOptions, mergeHeaders } from './request/call-options.js';
import { isPlainObject } from './request/check-value.js';
import {
  type Connection,
  connectionKey,
  isError,
  type ReceivedResponse,
  type RequestRecord,
} from './request/pipeline.js';
import { prepare } from './request/prepare.js';
import { toResponse } from './response/read-response.js';

export type { Middleware };

/** The operations of the spec as openapi-fetch reads them. Header parameters are optional: the client makes the keys. */
export type OpenapiFetchPaths = {
  [Path in keyof paths]: { [Method in keyof paths[Path]]: WithOptionalHeaders<paths[Path][Method]> };
};

type WithOptionalHeaders<Operation> = Operation extends { parameters: infer P extends { header?: unknown } }
  ? Omit<Operation, 'parameters'> & {
      parameters: Omit<P, 'header'> & { header?: Partial<NonNullable<P['header']>> };
    }
  : Operation;

/** openapi-fetch's own client type over the operations of the spec, as its companions such as openapi-react-query take it. */
export type OpenapiFetchClient = Client<OpenapiFetchPaths>;

/** A call of any operation; which ones there are, only the types know. */
interface Init extends Omit<RequestOptions, 'headers' | 'middleware'> {
  readonly params?: { readonly path?: object; readonly query?: object; readonly header?: object } | null;
  readonly body?: unknown;
  readonly headers?: object | null;
  readonly middleware?: readonly Middleware[];
  readonly parseAs?: string;
}

type Result = Awaited<ReturnType<OpenapiFetchClient['GET']>>;

/** `createClient` without the types of operations. */
interface Core extends Pick<OpenapiFetchClient, 'use' | 'eject'> {
  request(method: string, template: string, init: object): Promise<Result>;
}

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];
/** What would send a request past the client, or to another place. */
const bypasses = ['fetch', 'Request', 'baseUrl', 'pathSerializer', 'querySerializer', 'bodySerializer'];

/** Stands for `Request` where no middleware sees it: a real one costs more than the rest of the call. */
class UnseenRequest {
  readonly method: string;

  constructor(_url: string, { method }: { readonly method: string }) {
    this.method = method;
  }
}

/** The same for `Response`: what openapi-fetch reads of one. */
class UnseenResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly #text: string;

  constructor(received: ReceivedResponse) {
    const { ok, status, headers } = received.response;
    this.ok = ok;
    this.status = status;
    this.headers = headers;
    this.#text = textOf(received);
  }

  async text(): Promise<string> {
    return this.#text;
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.#text);
  }
}

/**
 * openapi-fetch over this client: the operations of the spec by their paths, as `{ data, error, response }`, with the same
 * token, idempotency keys, retries, limits, checks and redaction as the resources. An error status does not reject; what
 * has no usable response does, with the errors of this SDK. A call also takes `timeoutMs`, `deadlineMs`, `maxRetries` and
 * `idempotencyKey`; `fetch`, `baseUrl` and serialisers belong to the client, and options of `fetch` such as `cache` have no
 * effect.
 *
 * Its types are those of openapi-fetch, and miss what the methods of the client find: they accept unknown keys in a body
 * with optional keys only, such as that of a PATCH, and they spell out the open enums of responses as objects.
 *
 * @throws {ConfigurationError} for anything but an `OmsClient`.
 */
export function openapiFetch(oms: OmsClient): OpenapiFetchClient {
  const connection = oms?.[connectionKey]?.();
  if (connection === undefined) {
    throw new ConfigurationError('oms', 'openapiFetch takes an OmsClient of the same version.');
  }
  const core = createClient({ baseUrl: connection.baseUrl }) as unknown as Core;
  let isUsed = false;

  async function call(method: string, template: string, init?: Init | null): Promise<Result> {
    try {
      return await send(method, template, init);
    } catch (error) {
      throw addCallerFrames(error);
    }
  }

  async function send(method: string, template: string, init?: Init | null): Promise<Result> {
    const { params, body, headers, middleware = [], ...rest } = init ?? {};
    checkInit(rest, middleware);
    const path = params?.path ?? {};
    const prepared = prepareCall(connection, method, template, { ...init, params: { ...params, path } });
    const isSeen = isUsed || middleware.length > 0;
    let received: ReceivedResponse | undefined;
    const result = await core.request(method, template, {
      ...rest,
      ...(isSeen && { headers: prepared.headers, body: prepared.body }),
      middleware,
      // Without a path, the template would go out as it is.
      params: { ...params, path },
      pathSerializer: () => prepared.url,
      querySerializer: () => '',
      bodySerializer: (text: string) => text,
      Request: isSeen ? globalThis.Request : UnseenRequest,
      fetch: async (request: Request | UnseenRequest) => {
        if (!(request instanceof UnseenRequest)) {
          return readable(await connection.sendForAnyStatus(await changed(prepared, request)));
        }
        received = await connection.sendForAnyStatus(prepared);
        return rest.parseAs === undefined ? new UnseenResponse(received) : readable(received);
      },
    });
    const { error } = result;
    const { response } = received ?? result;
    return response.ok || error ? ({ ...result, response } as Result) : { error: {} as never, response };
  }

  return {
    ...Object.fromEntries(
      methods.map((method) => [
        method,
        (template: string, init?: Init | null) => call(method, template, init),
      ]),
    ),
    request: (method: string, template: string, init?: Init | null) =>
      call(String(method).toUpperCase(), template, init),
    use(...middleware) {
      isUsed = true;
      core.use(...middleware);
    },
    eject: core.eject,
  } as OpenapiFetchClient;
}

function checkInit(init: object, middleware: readonly Middleware[]): void {
  const bypass = bypasses.find((name) => (init as Record<string, unknown>)[name] !== undefined);
  if (bypass !== undefined) {
    throw new InvalidArgumentError(bypass, `${bypass} cannot be set for a call: the client has its own.`);
  }
  if (Array.isArray(middleware) && middleware.every(isPlainObject)) return;
  throw new InvalidArgumentError(
    'middleware',
    'middleware must be a list of objects with onRequest, onResponse or onError.',
  );
}

/** The request of a call, checked as those of the resources are. */
function prepareCall(connection: Connection, method: string, template: string, init: Init): RequestRecord {
  const { baseUrl, defaults } = connection;
  const { params, body, headers, middleware, ...options } = init;
  const given = [headers, params?.header].filter((one) => one != null);
  const own = given.length === 0 ? undefined : toHeaderOptions(given);
  return prepare({
    baseUrl,
    method,
    template,
    init: { params: { ...params, query: withoutNull(params?.query) }, body },
    options: completeOptions({ ...options, headers: own }, defaults),
  });
}

/** A parameter that is null is left out: the first page of an infinite query has a null for its cursor. */
function withoutNull(query: object = {}): object {
  if (!isPlainObject(query) || !Object.values(query).includes(null)) return query;
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null));
}

/** The kinds of headers that openapi-fetch takes, in the form that the client checks; later ones win. */
function toHeaderOptions(parts: readonly object[]): HeaderOptions {
  if (parts.some((part) => typeof part !== 'object')) {
    throw new InvalidArgumentError('headers', 'headers must be an object, a list of pairs or Headers.');
  }
  const entries = parts.flatMap((part): [string, unknown][] =>
    Symbol.iterator in part ? [...(part as Headers)] : Object.entries(part),
  );
  const isListed = (value: unknown) =>
    typeof value === 'number' || typeof value === 'boolean' || Array.isArray(value);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isListed(value) ? String(value) : value]),
  ) as HeaderOptions;
}

/** A response whose body openapi-fetch can read, as `textOf` has it. */
function readable(received: ReceivedResponse): Response {
  return toResponse({ response: received.response, text: textOf(received) });
}

/** The body of a response. That of an error status, unless it is a JSON object, may quote the request and is left out. */
function textOf(received: ReceivedResponse): string {
  return isError(received) && received.data === undefined ? '' : received.text;
}

/** The request as the middleware left it. A token of its own takes the place of the client's. */
async function changed(prepared: RequestRecord, request: Request): Promise<RequestRecord> {
  const { method, url, limits } = prepared;
  if (request.method !== method || request.url !== new URL(url).href) {
    throw new InvalidArgumentError(
      'middleware',
      'A middleware must not change the method or URL of a request.',
    );
  }
  if (request.bodyUsed) {
    throw new InvalidArgumentError(
      'middleware',
      'A middleware has read the body of a request; it must clone it first.',
    );
  }
  const headers = Object.fromEntries(request.headers);
  const token = /^Bearer ([\x21-\x7e]+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (token !== undefined) delete headers['authorization'];
  const body = await request.text();
  return {
    ...prepared,
    headers: mergeHeaders(InvalidArgumentError, headers),
    body: body === '' ? undefined : body,
    ...(token !== undefined && { token }),
    limits: { ...limits, signal: request.signal },
  };
}
