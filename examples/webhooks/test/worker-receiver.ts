import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { deliveryInit, type Receiver } from './receiver.js';

/** The worker in workerd. Its table of customers is there after the first failure. */
export async function workerReceiver(secret: string): Promise<Receiver> {
  const worker = new Miniflare({
    modules: true,
    script: await bundle(),
    compatibilityDate: '2026-04-01',
    bindings: { OMS_WEBHOOK_SECRET: secret },
    d1Databases: ['DB'],
  });
  const database = await worker.getD1Database('DB');
  await database.exec(
    'CREATE TABLE deliveries (id TEXT PRIMARY KEY, owner TEXT, claimed INTEGER, done INTEGER)',
  );
  return {
    async send(body, signature) {
      const { status } = await worker.dispatchFetch(
        'https://app.example.com/hooks',
        deliveryInit(body, signature),
      );
      if (status === 500) await database.exec('CREATE TABLE IF NOT EXISTS custody (customer TEXT)');
      return status;
    },
    async opened() {
      const { results } = await database.prepare('SELECT customer FROM custody').all();
      return (results as { customer: string }[]).map(({ customer }) => customer);
    },
    close: () => worker.dispose(),
  };
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../worker.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
