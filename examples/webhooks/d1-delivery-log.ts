import type { DeliveryLog } from '@oms-sdk/client/webhooks';

/** The part of a D1 database that is used here. */
export interface Database {
  prepare(sql: string): {
    bind(...values: unknown[]): {
      run(): Promise<{ meta: { changes: number } }>;
      first<Row>(): Promise<Row | null>;
    };
  };
}

const claimSeconds = 60;

const claim = `INSERT INTO deliveries VALUES (?, unixepoch(), 0)
  ON CONFLICT (id) DO UPDATE SET claimed = unixepoch()
  WHERE done = 0 AND claimed <= unixepoch() - ${claimSeconds}`;

/**
 * Deliveries in a table `deliveries (id TEXT PRIMARY KEY, claimed INTEGER, done INTEGER)`. The first to insert an id claims
 * it. A claim expires after a minute, so that the delivery of a Worker that died is processed when it comes again.
 */
export function d1DeliveryLog(database: Database): DeliveryLog {
  const statement = (sql: string, id: string) => database.prepare(sql).bind(id);
  return {
    async begin(id) {
      const { meta } = await statement(claim, id).run();
      if (meta.changes === 1) return 'new';
      const row = await statement('SELECT done FROM deliveries WHERE id = ?', id).first<{ done: number }>();
      return row?.done ? 'done' : 'busy';
    },
    complete: async (id) => void (await statement('UPDATE deliveries SET done = 1 WHERE id = ?', id).run()),
    abandon: async (id) =>
      void (await statement('DELETE FROM deliveries WHERE id = ? AND done = 0', id).run()),
  };
}
