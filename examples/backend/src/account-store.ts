import { randomUUID } from 'node:crypto';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** What this backend keeps about a person: ids and states, and no identity data. */
export interface Account {
  readonly id: string;
  /** Idempotency keys, made before the first attempt and kept: a repeated create cannot make a second one. */
  readonly createKey: string;
  readonly walletKey: string;
  readonly customerId: string | null;
  /** Status of the endorsement, in the words of OMS. */
  readonly status: string | null;
  /** Why it was refused, in words for the person. */
  readonly reason: string | null;
  /** Names of the fields that are missing, as a JSON list. */
  readonly missing: string;
  /** Address of the wallet. */
  readonly address: string | null;
}

/** A webhook that was acknowledged. */
export interface StoredDelivery {
  readonly id: string;
  readonly event: string;
  readonly customerId: string | null;
}

// A commit is on disk before the next line runs.
const schema = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS accounts (
    id TEXT PRIMARY KEY,
    createKey TEXT NOT NULL,
    walletKey TEXT NOT NULL,
    customerId TEXT UNIQUE,
    status TEXT,
    reason TEXT,
    missing TEXT NOT NULL DEFAULT '[]',
    address TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS deliveries (
    id TEXT PRIMARY KEY,
    event TEXT NOT NULL,
    customerId TEXT,
    isDone INTEGER NOT NULL DEFAULT 0
  ) STRICT;
`;

/** Accounts and deliveries in a SQLite file. */
export class AccountStore {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(schema);
  }

  /** Makes an account with its idempotency keys, unless it exists. */
  open(id: string): void {
    this.#run(
      'INSERT OR IGNORE INTO accounts (id, createKey, walletKey) VALUES (?, ?, ?)',
      id,
      randomUUID(),
      randomUUID(),
    );
  }

  get(id: string): Account | undefined {
    return this.#sql('SELECT * FROM accounts WHERE id = ?').get(id) as Account | undefined;
  }

  ofCustomer(customerId: string): Account | undefined {
    return this.#sql('SELECT * FROM accounts WHERE customerId = ?').get(customerId) as Account | undefined;
  }

  /** Accounts of which something is still to come. */
  unsettled(): Account[] {
    const isSettled = "status IN ('REJECTED', 'OFFBOARDED') OR (status = 'ACTIVE' AND address IS NOT NULL)";
    return this.#sql(
      `SELECT * FROM accounts WHERE (${isSettled}) IS NOT TRUE`,
    ).all() as unknown[] as Account[];
  }

  /** A refused request made nothing, and what is sent next is another request. */
  renewCreateKey(id: string): void {
    this.#run('UPDATE accounts SET createKey = ? WHERE id = ?', randomUUID(), id);
  }

  setCustomer(id: string, customerId: string): void {
    this.#run('UPDATE accounts SET customerId = ? WHERE id = ?', customerId, id);
  }

  setChecks(id: string, { status, reason, missing }: Pick<Account, 'status' | 'reason' | 'missing'>): void {
    this.#run(
      'UPDATE accounts SET status = ?, reason = ?, missing = ? WHERE id = ?',
      status,
      reason,
      missing,
      id,
    );
  }

  setAddress(id: string, address: string): void {
    this.#run('UPDATE accounts SET address = ? WHERE id = ?', address, id);
  }

  /** Keeps a delivery, unless one of this id was kept before. */
  addDelivery({ id, event, customerId }: StoredDelivery): void {
    this.#run(
      'INSERT OR IGNORE INTO deliveries (id, event, customerId) VALUES (?, ?, ?)',
      id,
      event,
      customerId,
    );
  }

  openDeliveries(): StoredDelivery[] {
    const rows = this.#sql(
      'SELECT id, event, customerId FROM deliveries WHERE isDone = 0 ORDER BY rowid',
    ).all();
    return rows as unknown[] as StoredDelivery[];
  }

  finishDelivery(id: string): void {
    this.#run('UPDATE deliveries SET isDone = 1 WHERE id = ?', id);
  }

  close(): void {
    this.#database.close();
  }

  #sql(text: string): StatementSync {
    return this.#database.prepare(text);
  }

  #run(text: string, ...values: (string | null)[]): void {
    this.#sql(text).run(...values);
  }
}
