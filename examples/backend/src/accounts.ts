import { CallError, type Customer, type CustomerCreateParams, type OmsClient } from '@oms-sdk/client';
import type { Account, AccountStore } from './account-store.js';

/** What a person sends. */
export type Person = Omit<CustomerCreateParams, 'type' | 'externalId' | 'endorsements' | 'metadata'>;

const endorsement = 'cryptoCustody';
const money = { asset: 'usdc', chain: 'polygon' } as const;

/**
 * Leads people from their data to a wallet. Every step can be repeated after a crash or a lost response: what is about to be
 * made has its idempotency key on disk, and what may have been made is looked up first. An event says only that something
 * changed; what holds is then read from OMS, so that neither the order of events nor a duplicate matters.
 */
export class Accounts {
  readonly #oms: OmsClient;
  readonly #store: AccountStore;
  readonly #turns = new Map<string, Promise<unknown>>();
  #pass: Promise<void> = Promise.resolve();
  #nextPass: Promise<void> | undefined;

  constructor(oms: OmsClient, store: AccountStore) {
    this.#oms = oms;
    this.#store = store;
  }

  /** Registers a person under an id of yours, or sends corrected data of one who is registered. */
  register(id: string, person: Person): Promise<Account | undefined> {
    return this.#inTurn(id, async () => {
      this.#store.open(id);
      const customerId = await this.#customerIdOf(id);
      if (customerId === undefined) await this.#create(id, person);
      else await this.#oms.customers.update(customerId, { ...person, endorsements: [endorsement] });
      await this.#refresh(id);
      return this.#store.get(id);
    });
  }

  /** Takes up what is unfinished. Never rejects: what fails is tried again the next time. */
  work(): Promise<void> {
    this.#nextPass ??= this.#pass.then(() => {
      this.#nextPass = undefined;
      this.#pass = this.#workOnce().catch((error: unknown) => console.error(String(error)));
      return this.#pass;
    });
    return this.#nextPass;
  }

  async #workOnce(): Promise<void> {
    for (const { id } of this.#store.unsettled()) await this.#attempt(id, () => this.#refresh(id));
    for (const { id, customerId } of this.#store.openDeliveries()) {
      const account = customerId === null ? undefined : this.#store.ofCustomer(customerId);
      const isDone =
        account === undefined || (await this.#attempt(account.id, () => this.#refresh(account.id)));
      if (isDone) this.#store.finishDelivery(id);
    }
  }

  async #refresh(id: string): Promise<void> {
    const customerId = await this.#customerIdOf(id);
    if (customerId === undefined) return;
    const checks = checksOf(await this.#oms.customers.get(customerId));
    this.#store.setChecks(id, checks);
    const { address, walletKey: idempotencyKey } = this.#store.get(id) ?? {};
    if (checks.status !== 'ACTIVE' || address !== null) return;
    const wallets = await this.#oms.wallets.list(customerId);
    const existing = wallets.data.find(({ asset, chain }) => asset === money.asset && chain === money.chain);
    const wallet = existing ?? (await this.#oms.wallets.create(customerId, money, { idempotencyKey }));
    this.#store.setAddress(id, wallet.address);
  }

  async #create(id: string, person: Person): Promise<void> {
    const { createKey: idempotencyKey } = this.#store.get(id) ?? {};
    try {
      const customer = await this.#oms.customers.create(
        { ...person, type: 'individual', externalId: id, endorsements: [endorsement] },
        { idempotencyKey },
      );
      this.#store.setCustomer(id, customer.id);
    } catch (error) {
      if (error instanceof CallError && error.outcome === 'rejected') this.#store.renewCreateKey(id);
      throw error;
    }
  }

  /** The customer of an account, also one whose creation was never confirmed; undefined for none. */
  async #customerIdOf(id: string): Promise<string | undefined> {
    const known = this.#store.get(id)?.customerId;
    if (typeof known === 'string') return known;
    const { data } = await this.#oms.customers.list({ externalId: id });
    const found = data[0]?.id;
    if (found !== undefined) this.#store.setCustomer(id, found);
    return found;
  }

  /** One step at a time for each account: two creates under different keys would make two customers. */
  async #inTurn<Result>(id: string, step: () => Promise<Result>): Promise<Result> {
    const before = this.#turns.get(id) ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(step);
    this.#turns.set(id, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(id) === turn) this.#turns.delete(id);
    }
  }

  async #attempt(id: string, step: () => Promise<void>): Promise<boolean> {
    try {
      await this.#inTurn(id, step);
      return true;
    } catch (error) {
      // The errors of the client hold no identity data, tokens or secrets.
      console.error(`${id}: ${error}`);
      return false;
    }
  }
}

/** How far the checks of a customer are. */
function checksOf({ endorsements = [] }: Customer): Pick<Account, 'status' | 'reason' | 'missing'> {
  const found = endorsements.find(({ type, name }) => (type ?? name) === endorsement);
  return {
    status: found?.status ?? null,
    reason: found?.rejectionReasons?.[0]?.reason ?? null,
    missing: JSON.stringify(found?.requirements?.missing ?? []),
  };
}
