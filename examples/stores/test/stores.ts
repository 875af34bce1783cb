import type { TokenStore } from '@oms-sdk/client';
import { type DeliveryLog, memoryDeliveryLog } from '@oms-sdk/client/webhooks';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { postgresDeliveryLog, postgresTokenStore } from '../postgres-stores.js';
import { redisDeliveryLog, redisTokenStore } from '../redis-stores.js';
import { openStores, sqliteDeliveryLog, sqliteTokenStore } from '../sqlite-stores.js';

/** Where each store is found. */
export type Places = Readonly<Record<'redis' | 'postgres' | 'sqlite', string>>;

/** The stores of one process. */
export interface Opened {
  readonly log: DeliveryLog;
  readonly tokens: TokenStore;
  /** Lets a minute pass for all claims. */
  expireClaims(): Promise<unknown>;
  close(): unknown;
}

async function openRedis(url: string): Promise<Opened> {
  const redis = createClient({ url });
  await redis.connect();
  return {
    log: redisDeliveryLog(redis),
    tokens: redisTokenStore(redis),
    expireClaims: async () => {
      for (const key of await redis.keys('oms:delivery:*')) {
        if ((await redis.get(key)) !== 'done') await redis.pExpire(key, 0);
      }
    },
    close: () => redis.close(),
  };
}

/** Connects to the database in which the tests run. */
export const connectPostgres = (host: string): Pool =>
  new Pool({ host, user: 'oms', database: 'postgres', max: 4 });

async function openPostgres(host: string): Promise<Opened> {
  const pool = connectPostgres(host);
  return {
    log: postgresDeliveryLog(pool),
    tokens: postgresTokenStore(pool),
    expireClaims: () => pool.query("UPDATE oms_deliveries SET claimed = claimed - interval '60 seconds'"),
    close: () => pool.end(),
  };
}

async function openSqlite(file: string): Promise<Opened> {
  const database = openStores(file);
  return {
    log: sqliteDeliveryLog(database),
    tokens: sqliteTokenStore(database),
    expireClaims: async () => database.exec('UPDATE deliveries SET claimed = claimed - 60'),
    close: () => database.close(),
  };
}

/** Opens stores as a process of an application would. */
export const openers: Readonly<Record<keyof Places, (place: string) => Promise<Opened>>> = {
  redis: openRedis,
  postgres: openPostgres,
  sqlite: openSqlite,
};

/** The log of the store with this name; in `memory`, that of this process alone. */
export async function openLog(name: string, place: string): Promise<DeliveryLog> {
  const open = openers[name as keyof Places];
  return open === undefined ? memoryDeliveryLog() : (await open(place)).log;
}
