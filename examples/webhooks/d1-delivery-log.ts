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

const insertion = `INSERT INTO deliveries VALUES (?1, ?2, unixepoch(), 0)
  ON CONFLICT (id) DO UPDATE SET owner = ?2, claimed = unixepoch()
  WHERE done = 0 AND claimed <= unixepoch() - ${claimSeconds}`;

/**
 * Deliveries in a table `deliveries (id TEXT PRIMARY KEY, owner TEXT, claimed INTEGER, done INTEGER)`. The first to insert an
 * id claims it. A claim expires after a minute, so that the delivery of a Worker that died is processed when it comes again,
 * and only its owner gives it up.
 */
export function d1DeliveryLog(database: Database): DeliveryLog {
  const owner = crypto.randomUUID();
  const statement = (sql: string, ...values: string[]) => database.prepare(sql).bind(...values);
  return {
    async begin(id, claim = owner) {
      const { meta } = await statement(insertion, id, claim).run();
      if (meta.changes === 1) return 'new';
      const row = await statement('SELECT done FROM deliveries WHERE id = ?', id).first<{ done: number }>();
      return row?.done ? 'done' : 'busy';
    },
    complete: async (id) => void (await statement('UPDATE deliveries SET done = 1 WHERE id = ?', id).run()),
    abandon: async (id, claim = owner) =>
      void (await statement(
        'DELETE FROM deliveries WHERE id = ? AND owner = ? AND done = 0',
        id,
        claim,
      ).run()),
  };
}
