import { randomUUID } from 'node:crypto';

/** What the app keeps about a person: ids, and no identity data. */
export interface Account {
  /** Value of the session's cookie. Who has it may fill in the form, so it goes to nobody else, OMS included. */
  readonly session: string;
  /** The `externalId` of the customer. */
  readonly id: string;
  /** Idempotency keys: a create that is sent again makes nothing new. */
  readonly createKey: string;
  readonly walletKey: string;
  customerId?: string;
  /** Address of the wallet. */
  address?: string;
}

/** Accounts in the memory of this process. A database takes its place; the keys belong on disk before the first attempt. */
export class Accounts {
  readonly #rows = new Map<string, Account>();

  open(): Account {
    const [session, id, createKey, walletKey] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const account = { session, id, createKey, walletKey };
    this.#rows.set(session, account);
    return account;
  }

  ofSession(session: string): Account | undefined {
    return this.#rows.get(session);
  }

  ofCustomer(customerId: string): Account | undefined {
    return [...this.#rows.values()].find((account) => account.customerId === customerId);
  }

  all(): Account[] {
    return [...this.#rows.values()];
  }
}
