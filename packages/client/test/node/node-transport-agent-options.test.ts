import * as http from 'node:http';
import { nodeFetch } from '@oms-sdk/client/node';
import { afterEach, expect, test, vi } from 'vitest';
import { loopbackServer, respondWith } from '../harness/loopback-server.js';

afterEach(() => vi.restoreAllMocks());

/** The options of every agent that is made from now on. */
function observedAgents(): http.AgentOptions[] {
  const seen: http.AgentOptions[] = [];
  class Agent extends http.Agent {
    constructor(options: http.AgentOptions) {
      super(options);
      seen.push(options);
    }
  }
  const builtin = process.getBuiltinModule.bind(process);
  const withAgent = (name: string) => (name === 'node:http' ? { ...http, Agent } : builtin(name));
  vi.spyOn(process, 'getBuiltinModule').mockImplementation(withAgent as never);
  return seen;
}

test.each([
  ['ten connections that are kept 4 seconds', undefined, { maxSockets: 10, timeout: 4000 }],
  ['what it is told', { maxSockets: 3, idleTimeoutMs: 70 }, { maxSockets: 3, timeout: 70 }],
])('nodeFetch makes one keep-alive agent, with %s', async (_, options, expected) => {
  const { url } = await loopbackServer((_request, response) => respondWith(response, {}));
  const agents = observedAgents();
  const fetch = nodeFetch(options);

  await (await fetch(url, {})).text();
  await (await fetch(url, {})).text();

  expect(agents).toEqual([{ keepAlive: true, scheduling: 'lifo', ...expected }]);
});
