import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OmsClient } from '@oms-sdk/client';
import { createWebhookHandler } from '@oms-sdk/client/webhooks';
import { startMockServer } from '@oms-sdk/mock-server';
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { deliver, secret, sign } from './deliveries.js';
import { type Opened, openers, type Places } from './stores.js';

const places = inject('places');
const names = Object.keys(openers) as (keyof Places)[];

async function open(name: keyof Places): Promise<Opened> {
  const opened = await openers[name](places[name]);
  onTestFinished(async () => void (await opened.close()));
  return opened;
}

/** Another process with the same store, once it is ready. */
async function startReceiver(name: string): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('receiver.ts', import.meta.url));
  const child = fork(file, [name, places[name as keyof Places] ?? ''], { execArgv: ['--import', 'tsx'] });
  onTestFinished(() => void child.kill());
  await message(child, (value) => value === 'ready');
  return child;
}

/** Waits for a message of a process, or for its end. */
function message(child: ChildProcess, isIt: (value: unknown) => boolean): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.on('message', (value) => isIt(value) && resolve(value));
    child.once('exit', (code, signal) => reject(new Error(`The process ended with ${code ?? signal}.`)));
  });
}

/** Two processes get the same deliveries at the same time; returns the ids that they handled. */
async function race(name: string, ids: readonly string[]): Promise<string[]> {
  const deliveries = await Promise.all(ids.map((id) => sign(id)));
  const processes = await Promise.all([startReceiver(name), startReceiver(name)]);
  const handled: string[] = [];
  const ends = processes.map((child) => {
    child.on('message', (value) => {
      const { handled: id } = Object(value) as { readonly handled?: string };
      if (id !== undefined) handled.push(id);
    });
    return message(child, (value) => value === 'done');
  });
  for (const child of processes) child.send(deliveries);
  await Promise.all(ends);
  return handled.sort();
}

const newIds = (count: number): string[] => Array.from({ length: count }, () => `whd_${randomUUID()}`).sort();

describe.each(names)('deliveries in %s', (name) => {
  test('are claimed by the first, and done for all when they are complete', async () => {
    const [a, b] = [(await open(name)).log, (await open(name)).log];
    const [id = '', other = ''] = newIds(2);

    expect([await a.begin(id), await b.begin(id), await b.begin(other)]).toEqual(['new', 'busy', 'new']);
    await a.complete(id);
    expect([await a.begin(id), await b.begin(id)]).toEqual(['done', 'done']);
  });

  test('are new again when they were abandoned, by the one who claimed them', async () => {
    const [a, b] = [(await open(name)).log, (await open(name)).log];
    const [id = ''] = newIds(1);
    await a.begin(id);

    await b.abandon(id);
    expect(await b.begin(id)).toBe('busy');
    await a.abandon(id);
    expect(await b.begin(id)).toBe('new');
  });

  test('stay with the call that took over when the one before it fails', async () => {
    const { log, expireClaims } = await open(name);
    const [id = ''] = newIds(1);
    const [first, second] = [randomUUID(), randomUUID()];
    await log.begin(id, first);
    await expireClaims();

    expect(await log.begin(id, second)).toBe('new');
    await log.abandon(id, first);
    expect(await log.begin(id)).toBe('busy');
    await log.abandon(id, second);
    expect(await log.begin(id)).toBe('new');
  });

  test('stay done when they are abandoned too late', async () => {
    const { log } = await open(name);
    const [id = ''] = newIds(1);
    await log.begin(id);
    await log.complete(id);
    await log.abandon(id);

    expect(await log.begin(id)).toBe('done');
  });

  test('are handled once by two processes that race for each of them', async () => {
    const ids = newIds(50);
    expect(await race(name, ids)).toEqual(ids);
  });

  test('are handled after a minute when the process that claimed them has died', async () => {
    const [id = ''] = newIds(1);
    const delivery = await sign(id, 'webhook.test');
    const doomed = await startReceiver(name);
    const claimed = message(doomed, (value) => Object(value).handled === id);
    doomed.send([delivery]);
    await claimed;
    const died = once(doomed, 'exit');
    doomed.kill('SIGKILL');
    await died;

    const { log, expireClaims } = await open(name);
    const handled: unknown[] = [];
    const fallback = (event: { readonly id?: unknown }) => void handled.push(event.id);
    const handle = createWebhookHandler({ secret, on: {}, fallback, dedupe: log });
    expect([await deliver(handle, delivery), handled]).toEqual([503, []]);
    await expireClaims();
    expect([await deliver(handle, delivery), await deliver(handle, delivery)]).toEqual([204, 204]);
    expect(handled).toEqual([id]);
  });
});

test('the program of the README receives a delivery once and shares its token', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const program = readFileSync(new URL('../redis-receiver.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${program}\`\`\``);

  await using server = await startMockServer();
  vi.stubEnv('REDIS_URL', places.redis);
  vi.stubEnv('OMS_WEBHOOK_SECRET', secret);
  vi.stubEnv('OMS_BASE_URL', server.url);
  vi.stubEnv('OMS_API_KEY', 'sk_sdbx_example');
  vi.stubEnv('OMS_API_SECRET', 'example-api-secret');
  const granted = vi.spyOn(console, 'log').mockReturnValue(undefined);
  const { oms, POST } = await import('../redis-receiver.js');
  await oms.customers.list();
  const { tokens } = await open('redis');
  const delivery = await sign(newIds(1)[0] ?? '');

  expect([await deliver(POST, delivery), await deliver(POST, delivery)]).toEqual([204, 204]);
  expect(granted.mock.calls).toEqual([['granted to', 'cst_example']]);
  expect(await tokens.get()).toMatchObject({ accessToken: expect.any(String) });
  vi.unstubAllEnvs();
  granted.mockRestore();
});

test('two processes without a store they share handle each delivery twice', async () => {
  const ids = newIds(3);
  expect(await race('memory', ids)).toEqual(ids.flatMap((id) => [id, id]));
});

describe.each(names)('a token in %s', (name) => {
  test('is exchanged once for all processes, and comes back as it was', async () => {
    await using server = await startMockServer();
    for (let number = 1; number <= 3; number += 1) {
      const { tokens } = await open(name);
      const oms = new OmsClient({
        apiKey: 'sk_sdbx_example',
        apiSecret: 'example-api-secret',
        baseUrl: server.url,
        tokenStore: tokens,
      });
      await oms.customers.list();
    }
    const operations = server.requests.map(({ operationId }) => operationId);
    expect(operations.filter((operationId) => operationId === 'createToken')).toHaveLength(1);
    expect(operations.filter((operationId) => operationId === 'listCustomers')).toHaveLength(3);
  });

  test('replaces the one before it', async () => {
    const [a, b] = [(await open(name)).tokens, (await open(name)).tokens];
    const first = { accessToken: 'first', expiresAt: Date.now() + 3_600_000, audience: 'a' };
    const second = { ...first, accessToken: 'second' };
    await a.set(first);
    await a.set(second);

    expect(await b.get()).toEqual(second);
  });
});
