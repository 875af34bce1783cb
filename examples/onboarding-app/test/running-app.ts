import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { OmsClient } from '@oms-sdk/client';
import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { onTestFinished } from 'vitest';
import { Accounts } from '../src/accounts.js';
import { createApp } from '../src/app.js';
import { makePageFiles } from '../src/page-files.js';

export const webhookSecret = `whsec_${'0123456789abcdef'.repeat(4)}`;
const files = await makePageFiles();

/** A request that the app sent to OMS. */
export interface Sent {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The app, with the sandbox beside it. */
export interface RunningApp {
  readonly url: string;
  readonly oms: OmsClient;
  readonly sandbox: MockServer;
  readonly accounts: Accounts;
  readonly sent: Sent[];
  /** Has OMS respond to the next request of this method in another way. */
  readonly respondOnce: (method: string, response: Response) => void;
}

/** Checks take so long that a test has to pass the time: `sandbox.advance(checksMs)`. */
export const checksMs = 200_000;

export async function startApp(
  refreshMs: number,
  options: MockServerOptions = {},
  publicUrl = 'http://127.0.0.1',
): Promise<RunningApp> {
  const sandbox = await startMockServer({
    listen: false,
    failOn: 'warning',
    checks: { afterMs: checksMs },
    ...options,
  });
  onTestFinished(() => sandbox.close());
  const sent: Sent[] = [];
  const others = new Map<string, Response>();
  const oms = new OmsClient({
    apiKey: 'sk_sdbx_app',
    apiSecret: 'made-up',
    baseUrl: sandbox.url,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const text = await request.clone().text();
      const { method } = request;
      const path = request.url.slice(sandbox.url.length);
      const headers = Object.fromEntries(request.headers);
      sent.push({ method, path, headers, body: text === '' ? undefined : JSON.parse(text) });
      const other = others.get(request.method);
      others.delete(request.method);
      return other ?? sandbox.fetch(request);
    },
  });
  const accounts = new Accounts();
  const { fetch } = createApp({ oms, webhookSecret, publicUrl, files, refreshMs, accounts });
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sandbox.sandbox.seed({ webhookEndpoints: [{ url: `${url}/webhooks`, secret: webhookSecret }] });
  return {
    url,
    oms,
    sandbox,
    accounts,
    sent,
    respondOnce: (method, response) => void others.set(method, response),
  };
}
