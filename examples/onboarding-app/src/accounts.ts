import { randomUUID } from 'node:crypto';

/** What the app keeps about a person: ids, and no identity data. */
export interface Account {
  /** Also the name of the session; who has it may fill in the form. */
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
    const account = { id: randomUUID(), createKey: randomUUID(), walletKey: randomUUID() };
    this.#rows.set(account.id, account);
    return account;
  }

  get(id: string): Account | undefined {
    return this.#rows.get(id);
  }

  ofCustomer(customerId: string): Account | undefined {
    return [...this.#rows.values()].find((account) => account.customerId === customerId);
  }

  all(): Account[] {
    return [...this.#rows.values()];
  }
}
