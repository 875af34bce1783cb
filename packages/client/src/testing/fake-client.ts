import type { ApiPromise } from '../calls/api-promise.js';
import type { OmsClient } from '../client.js';
import { checkNames } from '../config/option-names.js';
import { ConfigurationError } from '../errors/oms-error.js';
import { isPlainObject, shapeOf } from '../request/check-value.js';
import { clientThatReceives, fakeCall, fakeList } from './fake-call.js';

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
 * A client for unit tests, which sends nothing: its methods call the functions given. What a function returns or throws
 * becomes the result of the call. A list is called again for each further page, with the cursor of the page before.
 *
 * A method that was not given throws an error that names it. `withOptions` returns the same client.
 *
 * @throws {ConfigurationError} for a name that is not a method, and for what is not a function.
 */
export function fakeClient(resources: FakeResources = {}): OmsClient {
  const client = clientThatReceives(refuseToConnect);
  const given = byFullName(resources);
  const known = methodsOf(client);
  checkNames(ConfigurationError, given, known);
  for (const [fullName, { owner, name, method }] of Object.entries(known)) {
    const value = fakeMethod(fullName, method, given[fullName]);
    Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  }
  return Object.defineProperty(client, 'withOptions', { value: () => client });
}

/** Whoever builds on the connection of a client, as `openapiFetch` does, finds that this one has none. */
function refuseToConnect(): never {
  throw new Error('A client of fakeClient sends nothing. Test this with the mock server.');
}

/** The functions given by the names people call them by, such as `customers.get`. */
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
      throw new Error(`${fullName} was called, but fakeClient was not given it.`);
    };
  }
  return (...args) => {
    const first = attempt(fake, args);
    if (isCall(first)) return first;
    if (!fullName.endsWith('.list')) return fakeCall(first);
    return fakeList((cursor) =>
      cursor === undefined ? first : fake(...withCursor(args, real.length, cursor)),
    );
  };
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
