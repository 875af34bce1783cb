// The name of `Symbol.asyncDispose`, for compilers whose `lib` does not have it.
/// <reference lib="esnext.disposable" preserve="true" />

import type * as http from 'node:http';
import { ConfigurationError } from './errors/oms-error.js';
import { builtin, instrumented } from './node/builtin.js';
import { type Connection, exchange, Traffic } from './node/exchange.js';
import { checkNames } from './request/check-names.js';
import { checkLimit } from './request/check-value.js';

/** An agent of `node:http` or `node:https`, or one that goes through a proxy. */
export interface HttpAgent {
  destroy(): void;
}

/** Options of {@link nodeFetch}. */
export interface NodeFetchOptions {
  /**
   * Most connections to one host; further requests wait for a free one.
   * @default 256
   */
  readonly maxSockets?: number | undefined;
  /**
   * How long an idle connection is kept, in milliseconds; the server may ask for less.
   * @default 4000
   */
  readonly idleTimeoutMs?: number | undefined;
  /**
   * An agent of your own, such as one for a proxy, instead of a keep-alive agent with the options above. It must fit the
   * protocol of the base URL.
   * @default a keep-alive agent
   */
  readonly agent?: HttpAgent | undefined;
}

/** A `fetch` with connections of its own. */
export interface NodeFetch {
  (url: string, init: RequestInit): Promise<Response>;
  /** Refuses further requests, waits for those under way, and closes the connections. An agent of yours stays open. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A `fetch` on `node:http` and `node:https` that costs less than the built-in one, for the option `fetch` of
 * `OmsClient`. It sends text and bytes, never follows redirects, and is not a `fetch` for every purpose.
 *
 * @throws {ConfigurationError} in a runtime without `process.getBuiltinModule`, and for options that cannot be used.
 */
export function nodeFetch(options: NodeFetchOptions = {}): NodeFetch {
  builtin('node:stream');
  checkOptions(options);
  const origins = new Map<string, Origin>();
  const traffic = new Traffic();
  const send = async (url: string, init: RequestInit) => {
    if (traffic.isClosed) throw new ConfigurationError('fetch', 'This nodeFetch was closed.');
    const [name, path] = splitUrl(url);
    const origin = origins.get(name) ?? openOrigin(name, options);
    origins.set(name, origin);
    return await exchange({ connection: origin.connection, traffic, url, path, init });
  };
  const close = async () => {
    await traffic.close();
    for (const { agent } of origins.values()) if (agent !== options.agent) agent.destroy();
  };
  return Object.assign(send, { close, [Symbol.asyncDispose]: close });
}

const optionNames: Readonly<Record<keyof NodeFetchOptions, 1>> = {
  maxSockets: 1,
  idleTimeoutMs: 1,
  agent: 1,
};

function checkOptions(options: NodeFetchOptions): void {
  const { maxSockets = 1, idleTimeoutMs = 1, agent } = options;
  checkNames(ConfigurationError, options, optionNames);
  if (maxSockets !== Number.POSITIVE_INFINITY && !(Number.isInteger(maxSockets) && maxSockets > 0)) {
    throw new ConfigurationError('maxSockets', 'maxSockets must be a whole number above 0, or Infinity.');
  }
  checkLimit(ConfigurationError, 'idleTimeoutMs', idleTimeoutMs);
  if (agent === undefined) return;
  if (typeof (agent as { addRequest?: unknown } | null)?.addRequest !== 'function') {
    throw new ConfigurationError('agent', 'agent must be an agent of node:http or node:https.');
  }
  if (options.maxSockets === undefined && options.idleTimeoutMs === undefined) return;
  throw new ConfigurationError('agent', 'agent has its own limits: set maxSockets and idleTimeoutMs there.');
}

/** How requests to one origin are started. */
interface Origin {
  readonly agent: HttpAgent;
  readonly connection: Connection;
}

/** Loads the module of the protocol and makes its agent, which uses the proxies of the environment if Node's own does. */
function openOrigin(origin: string, options: NodeFetchOptions): Origin {
  const { maxSockets = 256, idleTimeoutMs = 4_000 } = options;
  const { protocol, hostname: written, port } = new URL(origin);
  const module = instrumented(protocol === 'https:' ? 'node:https' : 'node:http');
  const { proxyEnv } = optionsOf(module.globalAgent);
  const keepAlive = { keepAlive: true, scheduling: 'lifo', maxSockets, timeout: idleTimeoutMs } as const;
  const own = options.agent as http.Agent | undefined;
  const agent = own ?? new module.Agent({ ...keepAlive, ...(proxyEnv && { proxyEnv }) });
  const hostname = written.replace(/[[\]]/g, '');
  // Looked up for each request: an agent that traces, or a tool that intercepts, may replace it at any time.
  const connection: Connection = (method, path, headers) =>
    module.request({ agent, method, hostname, port, path, headers });
  return { agent, connection };
}

/** Node has it where it honours `NODE_USE_ENV_PROXY`, and only if that is set. */
function optionsOf(agent: http.Agent): { readonly proxyEnv?: NodeJS.ProcessEnv } {
  return (agent as { options?: object }).options ?? {};
}

/** A URL that a parser would leave unchanged, as those of the client are: splitting it costs a tenth of parsing it. */
const plainUrl = /^(https?:\/\/[a-z\d.-]+(?::\d+)?)(\/(?:[\w/=&?-]|[.~](?=\w)|%(?!2e))*)$/i;

function splitUrl(url: string): [origin: string, path: string] {
  const plain = plainUrl.exec(url);
  if (plain !== null) return [plain[1] ?? '', plain[2] ?? ''];
  const { origin, pathname, search } = new URL(url);
  return [origin, pathname + search];
}
