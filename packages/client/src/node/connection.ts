import type { Agent, ClientRequest } from 'node:http';
import { builtin } from './builtin.js';

/** An agent of `node:http` or `node:https`, or one that goes through a proxy. */
export interface HttpAgent {
  destroy(): void;
}

/** Options of `nodeFetch`. */
export interface NodeFetchOptions {
  /**
   * Most connections to one host; further requests wait for a free one.
   * @default 10
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

/** Begins a request to one origin; `path` includes the query. */
export type Connection = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
) => ClientRequest;

/** Loads the module of the protocol and makes its agent. */
export function openConnection(origin: string, options: NodeFetchOptions): Connection {
  const { maxSockets = 10, idleTimeoutMs = 4_000 } = options;
  const { protocol, host, hostname: written, port } = new URL(origin);
  const { Agent: KeepAliveAgent, request } = builtin(protocol === 'https:' ? 'node:https' : 'node:http');
  const keepAlive = { keepAlive: true, scheduling: 'lifo', maxSockets, timeout: idleTimeoutMs } as const;
  const agent = (options.agent as Agent | undefined) ?? new KeepAliveAgent(keepAlive);
  const hostname = written.replace(/[[\]]/g, '');
  return (method, path, given) => {
    // As a list headers cost less, but an agent that goes through a proxy may want to change them.
    const headers = options.agent === undefined ? listHeaders(host, given) : given;
    return request({ agent, method, hostname, port, path, headers });
  };
}

function listHeaders(host: string, headers: Readonly<Record<string, string>>): string[] {
  const list = 'host' in headers ? [] : ['host', host];
  for (const name of Object.keys(headers)) list.push(name, headers[name] ?? '');
  return list;
}
