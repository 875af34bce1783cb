import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { OmsClient } from '@oms-sdk/client';
import { AccountStore } from './account-store.js';
import { Accounts } from './accounts.js';
import { createApp } from './app.js';

/**
 * Starts the backend; returns a function that stops it. The client itself reads OMS_API_KEY, OMS_API_SECRET and
 * OMS_BASE_URL.
 */
export async function startBackend(env: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const store = new AccountStore(env['DATABASE'] ?? 'accounts.sqlite');
  const accounts = new Accounts(new OmsClient(), store);
  const app = createApp(accounts, store, requiredIn(env, 'OMS_WEBHOOK_SECRET'));
  const server = app.listen(Number(env['PORT'] ?? 3000), '127.0.0.1');
  await once(server, 'listening');
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  // What was left unfinished is taken up at the start, and what no event reports, from time to time.
  void accounts.work();
  setInterval(() => accounts.work(), Number(env['REFRESH_MS'] ?? 60_000));
  return () => new Promise((resolve) => void server.close(() => resolve()));
}

function requiredIn(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is missing from the environment.`);
  return value;
}
