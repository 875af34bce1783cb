import { type ClientOptions, OmsClient } from '@oms-sdk/client';
import { onTestFinished } from 'vitest';
import { secrets } from './canaries.js';
import { type Script, startFaultServer } from './fault-server.js';
import type { Reply } from './received-request.js';
import { json } from './response.js';

/** Issues tokens that can be told apart: `CANARY-token-1`, then `CANARY-token-2`, and so on. */
export function issueTokens(): () => Reply {
  let count = 0;
  return () => json({ accessToken: `${secrets.token}-${++count}`, tokenType: 'bearer', expiresIn: 3600 });
}

/** Options of the client of a test. */
export interface FaultyClientOptions extends ClientOptions {
  /** Responses token exchanges. @default a new token each time */
  readonly exchange?: Script;
}

/**
 * A client whose requests, except token exchanges, are answered by `script`, and the server behind it. It retries nothing
 * by default.
 */
export async function faultyClient(script: Script, options: FaultyClientOptions = {}) {
  const { exchange = issueTokens(), ...rest } = options;
  let calls = 0;
  let exchanges = 0;
  const server = await startFaultServer((request) =>
    request.path.endsWith('/auth/token') ? exchange(request, exchanges++) : script(request, calls++),
  );
  onTestFinished(server.close);
  const { apiKey, apiSecret } = secrets;
  const keys = rest.token === undefined ? { apiKey, apiSecret } : {};
  const limits = { timeoutMs: 60_000, maxRetries: 0 };
  const client = new OmsClient({ baseUrl: `${server.origin}/v0.9`, ...keys, ...limits, ...rest });
  const sent = (isExchange: boolean) => () =>
    server.requests.filter(({ path }) => path.endsWith('/auth/token') === isExchange);
  return { client, server, requests: sent(false), exchanges: sent(true) };
}

/** A script that does the same with every request. */
export function always(reply: Reply): Script {
  return () => reply;
}

/** A script that follows this list and stays at its last reply. */
export function inTurn(...replies: readonly [Reply, ...Reply[]]): Script {
  return (_, index) => replies[Math.min(index, replies.length - 1)] ?? replies[0];
}
