import type * as http from 'node:http';
import type * as https from 'node:https';
import type * as modules from 'node:module';
import type * as stream from 'node:stream';
import type * as zlib from 'node:zlib';
import { ConfigurationError } from '../errors/oms-error.js';

/** The modules of Node that the transport is made of. */
interface Builtins {
  'node:module': typeof modules;
  'node:stream': typeof stream;
  'node:zlib': typeof zlib;
}

/**
 * A module of Node, loaded when it is asked for: `import 'node:http'` alone would add 20 ms to the start.
 *
 * @throws {ConfigurationError} in a runtime that has none.
 */
export function builtin<Name extends keyof Builtins>(name: Name): Builtins[Name] {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const found = process?.getBuiltinModule?.(name);
  // The node:http of Deno reports a cut connection like one that was closed while idle, so a write might go out twice.
  if (found !== undefined && !('Deno' in globalThis)) return found as Builtins[Name];
  throw new ConfigurationError('fetch', `nodeFetch needs ${name} of Node 20.19 or newer, or Bun.`);
}

/** The modules of Node that agents trace. */
interface Instrumented {
  'node:http': typeof http;
  'node:https': typeof https;
}

/**
 * A module of Node as `require` returns it: agents that trace requests change it when it is required first, and not all of
 * them notice that it is loaded in another way.
 */
export function instrumented<Name extends keyof Instrumented>(name: Name): Instrumented[Name] {
  return builtin('node:module').createRequire(process.execPath)(name);
}
