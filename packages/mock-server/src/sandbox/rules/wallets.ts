import type { Clock } from '../state/clock.js';
import type { Ids } from '../state/ids.js';
import type { Table, Tables } from '../state/tables.js';
import { ApiProblem, notFound, refuseInactive } from './api-problem.js';
import { activeEndorsements, type CustomerRecord } from './customer-record.js';

/** A wallet as the API shows one. */
export interface Wallet {
  readonly id: string;
  readonly object: 'wallet';
  readonly type: 'internal';
  readonly customerId: string;
  readonly address: string;
  readonly asset: string;
  readonly chain: string;
  readonly status: 'active';
  readonly createdAt: string;
  readonly updatedAt: string;
}

const noBalance = '0.00';

/** A wallet as the sandbox keeps one. */
export interface WalletRecord extends Wallet {
  readonly ordinal: number;
}

/** The wallets of all customers. */
export class Wallets {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #wallets: Table<WalletRecord>;
  readonly #idsByCustomer = new Map<string, string[]>();

  constructor({ clock, ids, tables }: { readonly clock: Clock; readonly ids: Ids; readonly tables: Tables }) {
    this.#clock = clock;
    this.#ids = ids;
    this.#wallets = tables.table('wallet');
    tables.derive(() => {
      this.#idsByCustomer.clear();
      for (const wallet of this.#wallets.rows()) this.#index(wallet);
    });
  }

  /** Throws a 404 for an unknown id. */
  find(id: string): WalletRecord {
    const wallet = this.#wallets.get(id);
    if (wallet === undefined) throw notFound('wallet');
    return wallet;
  }

  /** The wallets of a customer, the newest first. */
  of(customerId: string): WalletRecord[] {
    const ids = this.#idsByCustomer.get(customerId) ?? [];
    return ids.map((id) => this.find(id)).reverse();
  }

  create(customer: CustomerRecord, asset: string, chain: string): WalletRecord {
    refuseWithoutCustody(customer, this.#clock.nowMs());
    const now = this.#clock.timestamp();
    const wallet: WalletRecord = {
      id: this.#ids.id('wlt'),
      ordinal: this.#ids.ordinal(),
      object: 'wallet',
      type: 'internal',
      customerId: customer.id,
      address: this.#address(chain),
      asset,
      chain,
      status: 'active',
      createdAt: now,
      updatedAt: now,
    };
    this.#index(wallet);
    return this.#wallets.set(wallet.id, wallet);
  }

  #index({ id, customerId }: WalletRecord): void {
    const ids = this.#idsByCustomer.get(customerId);
    if (ids === undefined) this.#idsByCustomer.set(customerId, [id]);
    else ids.push(id);
  }

  #address(chain: string): string {
    if (chain === 'solana') return this.#ids.base58(44);
    return chain === 'bitcoin' ? `bc1q${this.#ids.hex(38)}` : `0x${this.#ids.hex(40)}`;
  }
}

/** A wallet as the API shows one. */
export function walletView({ ordinal: _, ...wallet }: WalletRecord): Wallet {
  return wallet;
}

/** The view inside of a customer, which calls the chain `network`. */
export function shortView({ id, address, chain, asset, createdAt }: Wallet): object {
  const amounts = { balance: noBalance, estimatedValueUsd: noBalance };
  return { id, type: 'custodial', address, network: chain, asset, ...amounts, createdAt };
}

/** What a wallet holds: nothing, as no money moves in this sandbox. */
export function balanceView({ asset, chain }: Wallet, currency: string): object {
  const estimate = { estimatedBalance: noBalance, estimatedBalanceCurrencyCode: currency };
  return { balance: noBalance, asset, chain, ...estimate };
}

function refuseWithoutCustody(customer: CustomerRecord, nowMs: number): void {
  refuseInactive(customer);
  if (activeEndorsements(customer, nowMs).includes('cryptoCustody')) return;
  throw new ApiProblem(
    422,
    'compliance_required',
    'The customer needs the cryptoCustody endorsement first: wait until it is ACTIVE, or see its requirements for what is missing.',
  );
}
