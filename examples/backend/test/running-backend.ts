import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { OmsClient } from '@oms-sdk/client';
import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { onTestFinished, vi } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));
export const webhookSecret = `whsec_${'0123456789abcdef'.repeat(4)}`;

/** The backend as a process of its own, with the sandbox beside it. */
export interface World {
  readonly sandbox: MockServer;
  /** Everything that the backend printed. */
  readonly printed: () => string;
  /** Sends a request to the backend. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
  /** Resolves when the account is in this state; the last one that was seen if that takes too long. */
  readonly stateOf: (id: string, wanted: string) => Promise<Reply['body']>;
  /** Ends the process as a crash does. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same database. */
  readonly restart: () => Promise<void>;
  /** Rows of its database. */
  readonly rows: (sql: string) => unknown[];
  /** A client of the sandbox, to see what was made there. */
  readonly oms: OmsClient;
}

export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Starts both, the backend on a port that the sandbox sends its webhooks to. */
export async function startWorld(options: MockServerOptions = {}): Promise<World> {
  const port = await freePort();
  const webhookEndpoints = [{ url: `http://127.0.0.1:${port}/webhooks`, secret: webhookSecret }];
  const sandbox = await startMockServer({ webhookEndpoints, failOn: 'warning', ...options });
  onTestFinished(() => sandbox.close());
  const backend = await startBackend(port, sandbox.url);
  const client = { apiKey: 'sk_sdbx_test', apiSecret: 'made-up', baseUrl: sandbox.url, fetch: sandbox.fetch };
  return { ...backend, sandbox, oms: new OmsClient(client) };
}

/** Starts the backend alone, for an API at this address. */
export async function startBackend(port: number, baseUrl: string) {
  const data = mkdtempSync(join(tmpdir(), 'oms-backend-'));
  const file = join(data, 'accounts.sqlite');
  let printed = '';
  let running: ChildProcess | undefined;
  const restart = async () => {
    running = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: folder,
      env: {
        ...process.env,
        OMS_BASE_URL: baseUrl,
        OMS_API_KEY: 'sk_sdbx_backend',
        OMS_API_SECRET: 'backend-secret',
        OMS_WEBHOOK_SECRET: webhookSecret,
        DATABASE: file,
        PORT: String(port),
        REFRESH_MS: '250',
      },
    });
    const { stdout, stderr } = running;
    const keep = (part: Buffer) => {
      printed += part;
    };
    for (const stream of [stdout, stderr]) stream?.on('data', keep);
    const before = printed.length;
    await vi.waitUntil(() => printed.includes('listening on', before), { timeout: 50_000 });
  };
  const kill = async () => {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const closed = once(running, 'close');
    running.kill('SIGKILL');
    await closed;
  };
  onTestFinished(async () => {
    await kill();
    rmSync(data, { recursive: true });
  });
  await restart();
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  const stateOf = async (id: string, wanted: string) => {
    let seen: Reply['body'] = {};
    const isThere = async () => {
      seen = (await send('GET', `/accounts/${id}`)).body;
      return seen['state'] === wanted;
    };
    await vi.waitUntil(isThere, { timeout: 50_000 }).catch(() => undefined);
    return seen;
  };
  const rows = (sql: string) => {
    const database = new DatabaseSync(file, { readOnly: true });
    const found = database.prepare(sql).all();
    database.close();
    return found;
  };
  return { send, stateOf, kill, restart, rows, printed: () => printed };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
