import type { Agent, ClientRequest, RequestOptions } from 'node:http';
import { builtin } from './builtin.js';
import type { NodeFetchOptions } from './node-fetch.js';

/** How requests of one protocol are made. */
export interface Connection {
  readonly agent: Agent;
  readonly request: (options: RequestOptions) => ClientRequest;
}

/** Loads the module of the protocol and makes its agent. */
export function openConnection(protocol: string, options: NodeFetchOptions): Connection {
  const { maxSockets = 10, idleTimeoutMs = 4_000, agent } = options;
  const { Agent: KeepAliveAgent, request } = builtin(protocol === 'https:' ? 'node:https' : 'node:http');
  const keepAlive = { keepAlive: true, scheduling: 'lifo', maxSockets, timeout: idleTimeoutMs } as const;
  return { request, agent: (agent as Agent | undefined) ?? new KeepAliveAgent(keepAlive) };
}
