import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { postgresTables } from '../postgres-stores.js';
import { startPostgres, startRedis } from './servers.js';
import { connectPostgres, type Places } from './stores.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where each store is found. */
    readonly places: Places;
  }
}

/** Starts the servers for all tests. A server that cannot be started fails the run. */
export default async function startServers({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'oms-stores-'));
  // The server of PostgreSQL has another user, who has to reach its own folder in this one.
  chmodSync(folder, 0o755);
  const redis = await startRedis(folder);
  const postgres = await startPostgres(join(folder, 'postgres'));
  const pool = connectPostgres(postgres.place);
  await pool.query(postgresTables);
  await pool.end();
  provide('places', { redis: redis.place, postgres: postgres.place, sqlite: join(folder, 'stores.db') });
  return async () => {
    await Promise.all([redis.stop(), postgres.stop()]);
    rmSync(folder, { recursive: true });
  };
}
