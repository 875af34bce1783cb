import http from 'node:http';
import { ConfigurationError } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
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
  vi.spyOn(http, 'Agent').mockImplementation(Agent as never);
  return seen;
}

async function agentsOf(options?: Parameters<typeof nodeFetch>[0]): Promise<http.AgentOptions[]> {
  const { url } = await loopbackServer((_request, response) => respondWith(response, {}));
  const agents = observedAgents();
  const fetch = nodeFetch(options);
  await (await fetch(url, {})).text();
  await (await fetch(url, {})).text();
  return agents;
}

test.each([
  ['256 connections that are kept 4 seconds', undefined, { maxSockets: 256, timeout: 4000 }],
  ['the options that are passed', { maxSockets: 3, idleTimeoutMs: 70 }, { maxSockets: 3, timeout: 70 }],
])('nodeFetch makes one keep-alive agent, with %s', async (_, options, expected) => {
  expect(await agentsOf(options)).toEqual([{ keepAlive: true, scheduling: 'lifo', ...expected }]);
});

test('its agent uses the proxies of the environment if the one of Node does', async () => {
  const options = (http.globalAgent as unknown as { options: { proxyEnv?: object } }).options;
  const before = options.proxyEnv;
  onTestFinished(() => void Object.assign(options, { proxyEnv: before }));
  options.proxyEnv = { NO_PROXY: '127.0.0.1' };

  expect(await agentsOf()).toMatchObject([{ proxyEnv: { NO_PROXY: '127.0.0.1' } }]);
});

test.each([
  ['maxSockets', { maxSockets: 0 }],
  ['maxSockets', { maxSockets: '10' }],
  ['maxSockets', { maxSockets: Number.NaN }],
  ['idleTimeoutMs', { idleTimeoutMs: -1 }],
  ['agent', { agent: {} }],
  ['agent', { agent: null }],
  ['agent', { agent: http.globalAgent, maxSockets: 5 }],
  ['maxSocket', { maxSocket: 5 }],
  ['options', 'maxSockets'],
])('refuses %s in %o', async (option, options) => {
  const error = await caught<ConfigurationError>(() => nodeFetch(options as never));

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe(option);
});

test.each([
  [{ maxSocket: 5 }, 'maxSocket is not an option; did you mean maxSockets?'],
  [{ proxy: 'x' }, 'proxy is not an option; the options are maxSockets, idleTimeoutMs, agent'],
])('says of %o what was meant', async (options, message) => {
  const error = await caught<ConfigurationError>(() => nodeFetch(options as never));

  expect(error.message).toContain(message);
});

test('takes any number of connections', () => {
  expect(() => nodeFetch({ maxSockets: Number.POSITIVE_INFINITY })).not.toThrow();
});
