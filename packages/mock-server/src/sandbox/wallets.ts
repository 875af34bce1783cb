import { ApiProblem, notFound, stateConflict } from './api-problem.js';
import type { CustomerRecord } from './customer-record.js';
import { endorsementsOf } from './customer-view.js';
import type { World } from './world.js';

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

/** The wallets of all customers. */
export class Wallets {
  readonly #world: World;
  readonly #wallets = new Map<string, Wallet>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Throws a 404 for an unknown id. */
  find(id: string): Wallet {
    const wallet = this.#wallets.get(id);
    if (wallet === undefined) throw notFound();
    return wallet;
  }

  /** The wallets of a customer, the newest first. */
  of(customerId: string): Wallet[] {
    return [...this.#wallets.values()].filter((wallet) => wallet.customerId === customerId).reverse();
  }

  create(customer: CustomerRecord, asset: string, chain: string): Wallet {
    refuseWithoutCustody(customer);
    const now = this.#world.timestamp();
    const wallet: Wallet = {
      id: this.#world.id('wlt'),
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
    this.#wallets.set(wallet.id, wallet);
    return wallet;
  }

  #address(chain: string): string {
    if (chain === 'solana') return this.#world.base58(44);
    return chain === 'bitcoin' ? `bc1q${this.#world.hex(38)}` : `0x${this.#world.hex(40)}`;
  }
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

function refuseWithoutCustody(customer: CustomerRecord): void {
  if (customer.status === 'inactive') throw stateConflict('The customer is inactive.');
  const custody = endorsementsOf(customer).find(({ type }) => type === 'cryptoCustody');
  if (custody?.status === 'ACTIVE') return;
  throw new ApiProblem(422, 'compliance_required', 'The customer needs the cryptoCustody endorsement first.');
}
