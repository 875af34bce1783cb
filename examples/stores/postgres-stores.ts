import { randomUUID } from 'node:crypto';
import type { StoredToken, TokenStore } from '@oms-sdk/client';
import type { DeliveryLog } from '@oms-sdk/client/webhooks';
import type { Pool } from 'pg';

/** The part of a pool, or of a client, that is used here. */
type Database = Pick<Pool, 'query'>;

/** Run this once, such as in a migration. */
export const postgresTables = `
  CREATE TABLE oms_deliveries (id text PRIMARY KEY, owner uuid NOT NULL, claimed timestamptz NOT NULL, done boolean NOT NULL);
  CREATE TABLE oms_tokens (name text PRIMARY KEY, token jsonb NOT NULL);
`;

const insert = `INSERT INTO oms_deliveries VALUES ($1, $2, now(), false)
  ON CONFLICT (id) DO UPDATE SET owner = $2, claimed = now()
  WHERE NOT oms_deliveries.done AND oms_deliveries.claimed <= now() - interval '60 seconds'`;

/**
 * Deliveries in a table. The first to insert an id claims it. A claim expires after a minute, so that the delivery of a
 * process that died is handled when it comes again. Delete rows that are done and older than OMS retries, about three days.
 */
export function postgresDeliveryLog(database: Database): DeliveryLog {
  const owner = randomUUID();
  return {
    async begin(id, claim = owner) {
      const { rowCount } = await database.query(insert, [id, claim]);
      if (rowCount === 1) return 'new';
      const { rows } = await database.query('SELECT done FROM oms_deliveries WHERE id = $1', [id]);
      return rows[0]?.done === true ? 'done' : 'busy';
    },
    complete: async (id) =>
      void (await database.query('UPDATE oms_deliveries SET done = true WHERE id = $1', [id])),
    abandon: async (id, claim = owner) =>
      void (await database.query('DELETE FROM oms_deliveries WHERE id = $1 AND owner = $2 AND NOT done', [
        id,
        claim,
      ])),
  };
}

const setToken = `INSERT INTO oms_tokens VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET token = $2`;

/** A token in a row. Give each API key a name of its own. */
export function postgresTokenStore(database: Database, name = 'oms'): TokenStore {
  return {
    async get() {
      const { rows } = await database.query<{ token: StoredToken }>(
        'SELECT token FROM oms_tokens WHERE name = $1',
        [name],
      );
      return rows[0]?.token;
    },
    set: (token) => database.query(setToken, [name, token]),
  };
}
