import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { StoredToken, TokenStore } from '@oms-sdk/client';
import type { DeliveryLog } from '@oms-sdk/client/webhooks';

/** Opens a file that several processes of one machine share; each waits up to five seconds while another writes. */
export function openStores(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS deliveries (id TEXT PRIMARY KEY, owner TEXT, claimed INTEGER, done INTEGER) STRICT;
    CREATE TABLE IF NOT EXISTS tokens (name TEXT PRIMARY KEY, token TEXT) STRICT;
  `);
  return database;
}

const insertion = `INSERT INTO deliveries VALUES (?1, ?2, unixepoch(), 0)
  ON CONFLICT (id) DO UPDATE SET owner = ?2, claimed = unixepoch()
  WHERE done = 0 AND claimed <= unixepoch() - 60`;

/**
 * Deliveries in a table. The first to insert an id claims it. A claim expires after a minute, so that the delivery of a
 * process that died is handled when it comes again. Delete rows that are done and older than OMS retries, about three days.
 */
export function sqliteDeliveryLog(database: DatabaseSync): DeliveryLog {
  const owner = randomUUID();
  const insert = database.prepare(insertion);
  const read = database.prepare('SELECT done FROM deliveries WHERE id = ?');
  const finish = database.prepare('UPDATE deliveries SET done = 1 WHERE id = ?');
  const remove = database.prepare('DELETE FROM deliveries WHERE id = ? AND owner = ? AND done = 0');
  return {
    begin(id, claim = owner) {
      if (insert.run(id, claim).changes === 1) return 'new';
      return read.get(id)?.['done'] === 1 ? 'done' : 'busy';
    },
    complete: (id) => void finish.run(id),
    abandon: (id, claim = owner) => void remove.run(id, claim),
  };
}

/** A token in a row. Give each API key a name of its own. */
export function sqliteTokenStore(database: DatabaseSync, name = 'oms'): TokenStore {
  const read = database.prepare('SELECT token FROM tokens WHERE name = ?');
  const write = database.prepare('INSERT OR REPLACE INTO tokens VALUES (?, ?)');
  return {
    async get() {
      const token = read.get(name)?.['token'];
      return typeof token === 'string' ? (JSON.parse(token) as StoredToken) : undefined;
    },
    set: async (token) => write.run(name, JSON.stringify(token)),
  };
}
