import type { ApiPromise, Page, PagePromise } from './calls/api-promise.js';
import { OmsClient } from './client.js';
import { ConfigurationError } from './errors/oms-error.js';
import { checkNames } from './request/check-names.js';
import { isPlainObject, shapeOf } from './request/check-value.js';
import { connectionKey, type ReceivedResponse, type RequestRecord } from './request/pipeline.js';

/** A function in place of a method: it takes the same arguments and returns the value, a promise of it or a call. */
export type FakeMethod<Method> = Method extends (...args: infer Args) => PromiseLike<infer Value>
  ? (...args: Args) => Value | PromiseLike<Value>
  : never;

/** The methods of a resource that a test needs. */
export type FakeMethods<Resource> = {
  readonly [Name in keyof Resource]?: FakeMethod<Resource[Name]> | undefined;
};

/** The resources of a client that a test needs. */
export type FakeResources = {
  readonly [Name in Exclude<keyof OmsClient, 'request' | 'withOptions'>]?:
    | FakeMethods<OmsClient[Name]>
    | undefined;
} & { readonly request?: FakeMethod<OmsClient['request']> | undefined };

type AnyFunction = (...args: unknown[]) => unknown;

/**
 * A client for unit tests, which sends nothing: its methods call these functions. What a function returns or throws
 * becomes the result of the call. A list is called again for each further page, with the cursor of the page before.
 *
 * A method without a function throws an error that names it. `withOptions` returns the same client.
 *
 * @throws {ConfigurationError} for a name that is not a method, and for what is not a function.
 */
export function fakeClient(resources: FakeResources = {}): OmsClient {
  const client = clientThatReceives(refuseToConnect);
  const fakes = byFullName(resources);
  const known = methodsOf(client);
  checkNames(ConfigurationError, fakes, known);
  for (const [fullName, { owner, name, method }] of Object.entries(known)) {
    const value = fakeMethod(fullName, method, fakes[fullName]);
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  }
  return Object.defineProperty(client, 'withOptions', { value: () => client });
}

/** Whoever builds on the connection of a client, as `openapiFetch` does, finds that this one has none. */
function refuseToConnect(): never {
  throw new Error('A client of fakeClient sends nothing. Test this with the mock server.');
}

/** The functions by the names people call them by, such as `customers.get`. */
function byFullName(resources: FakeResources): Readonly<Record<string, AnyFunction | undefined>> {
  const named = Object.entries(resources).flatMap(([name, methods]): [string, unknown][] => {
    if (typeof methods === 'function' || methods === undefined) return [[name, methods]];
    if (!isPlainObject(methods)) {
      throw new ConfigurationError(name, `${name} must be an object of methods; got ${shapeOf(methods)}.`);
    }
    return Object.entries(methods).map(([method, value]) => [`${name}.${method}`, value]);
  });
  return Object.fromEntries(named.map(([name, value]) => [name, checkMethod(name, value)]));
}

function checkMethod(name: string, value: unknown): AnyFunction | undefined {
  if (value === undefined || typeof value === 'function') return value as AnyFunction | undefined;
  throw new ConfigurationError(name, `${name} must be a function; got ${shapeOf(value)}.`);
}

interface KnownMethod {
  readonly owner: object;
  readonly name: string;
  readonly method: AnyFunction;
}

/** The methods that send something, by their full names. */
function methodsOf(client: OmsClient): Readonly<Record<string, KnownMethod>> {
  const ofResources = Object.entries(client).flatMap(([resource, owner]) =>
    Object.getOwnPropertyNames(owner).map((name) => [`${resource}.${name}`, methodOf(owner, name)]),
  );
  return { ...Object.fromEntries(ofResources), request: methodOf(client, 'request') };
}

function methodOf(owner: object, name: string): KnownMethod {
  return { owner, name, method: (owner as Readonly<Record<string, AnyFunction>>)[name] as AnyFunction };
}

function fakeMethod(fullName: string, real: AnyFunction, fake: AnyFunction | undefined): AnyFunction {
  if (fake === undefined) {
    return () => {
      throw new Error(`${fullName} was called, but fakeClient has no function for it.`);
    };
  }
  return (...args) => {
    const first = attempt(fake, args);
    if (isCall(first)) return first;
    if (!isList(real)) return fakeCall(first);
    return fakeList((cursor) =>
      cursor === undefined ? first : fake(...withCursor(args, real.length, cursor)),
    );
  };
}

/** Its name does not tell: the real method is asked, on the client that sends nothing. */
function isList(real: AnyFunction): boolean {
  const call = attempt(real, []) as Promise<unknown>;
  call.catch(() => undefined);
  return 'pages' in call;
}

function isCall(value: unknown): value is ApiPromise<unknown> {
  return value instanceof Promise && 'withResponse' in value;
}

/** The parameters of a list are its first argument that may be left out, which is where `length` stops to count. */
function withCursor(args: readonly unknown[], place: number, cursor: string): unknown[] {
  const next = [...args];
  next[place] = { ...Object(args[place]), cursor };
  return next;
}

/** A call rejects, whatever goes wrong. */
function attempt(fake: AnyFunction, args: unknown[]): unknown {
  try {
    return fake(...args);
  } catch (error) {
    return Promise.reject(error);
  }
}

/**
 * A call that fails with this error, of any method.
 *
 * @example `fakeCall(new NotFoundError({ status: 404, operation: 'GET /customers/{customerId}' }))`
 */
export function fakeCall(error: Error): PagePromise<never, never>;
/** A list with these pages: `await` it for the first one, iterate for the items of all. */
export function fakeCall<P extends Page<unknown>>(
  page: P,
  ...nextPages: P[]
): PagePromise<P, P['data'][number]>;
/** A call that resolves to this value, or to what a promise resolves to, in a response with status 200. */
export function fakeCall<T>(value: T | PromiseLike<T>): ApiPromise<T>;
export function fakeCall(value: unknown, ...nextPages: unknown[]): ApiPromise<unknown> {
  if (value instanceof Error) return fakeList(() => Promise.reject(value));
  if (!isPage(value)) return clientThatReceives(() => value).request('GET', '/fake');
  const pages = [value, ...nextPages].values();
  return fakeList(() => {
    const { value: page, done } = pages.next();
    if (done) throw new Error('fakeCall has no page after one whose hasMore is true.');
    return page;
  });
}

/** A list whose pages a function returns, by the position where they start. */
function fakeList(pageAt: (cursor: string | undefined) => unknown): ApiPromise<unknown> {
  const cursorOf = ({ url }: RequestRecord) => new URL(url).searchParams.get('cursor') ?? undefined;
  return clientThatReceives((request) => pageAt(cursorOf(request))).customers.list();
}

/** A client without the pipeline: every call receives what a function returns. */
function clientThatReceives(respond: (request: RequestRecord) => unknown): OmsClient {
  const client = new OmsClient({ baseUrl: 'https://fake.invalid', token: async () => 'none' });
  const send = async (request: RequestRecord) => receive(request, await respond(request));
  return new OmsClient(undefined, { ...client[connectionKey](), send, sendForAnyStatus: send });
}

/** What the pipeline would have received, had the API responded with this data. */
function receive(request: RequestRecord, data: unknown): ReceivedResponse {
  const text = JSON.stringify(data) ?? '';
  const requestId = 'req_fake';
  return {
    request,
    // Made when it is asked for: not every test environment knows `Response`.
    get response() {
      const headers = { 'content-type': 'application/json', 'x-request-id': requestId };
      return new Response(null, { status: text === '' ? 204 : 200, headers });
    },
    text,
    data,
    redacted: [],
    fieldErrors: [],
    requestId,
    attempts: [],
  };
}

function isPage(value: unknown): value is Page<unknown> {
  const { data, hasMore } = Object(value) as Partial<Page<unknown>>;
  return Array.isArray(data) && typeof hasMore === 'boolean';
}
