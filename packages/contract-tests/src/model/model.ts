import type { DialectOptions } from '@oms-sdk/mock-server';
import {
  afterMs,
  type CustomerModel,
  checkMs,
  delayMs,
  type EndorsementView,
  type ScenarioModel,
} from './customer-model.js';

/** A webhook endpoint as a response has to show it. */
export interface EndpointModel {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  readonly createdAt: string;
}

/** A wallet as a response has to show it. */
export interface WalletModel {
  readonly id: string;
  readonly customerId: string;
  readonly address: string;
  readonly asset: string;
  readonly chain: string;
  readonly createdAt: string;
}

/** A write that was carried out under an idempotency key. */
interface Write {
  readonly path: string;
  readonly body: object;
  readonly text: string;
}

const addressForms: Readonly<Record<string, RegExp>> = {
  solana: /^[1-9A-HJ-NP-Za-km-z]{44}$/,
  bitcoin: /^bc1q[0-9a-z]{38}$/,
};

/** What a sandbox has to hold after the calls so far. */
export class Model {
  /** Milliseconds since the sandbox began. */
  nowMs: number;
  /** The switches of what was last said about how to read the API; those of its preset are among them. */
  dialect: DialectOptions = {};
  /** When the token in use expires, in milliseconds since 1970. */
  tokenExpiresAtMs = 0;
  readonly customers: CustomerModel[] = [];
  readonly wallets: WalletModel[] = [];
  readonly endpoints: EndpointModel[] = [];
  /** The oldest first. */
  readonly scenarios: ScenarioModel[] = [];
  readonly writes = new Map<string, Write>();
  /** Name and endpoint of each event that an endorsement became active. */
  readonly grants: string[] = [];
  readonly #ids = new Set<string>();
  /** Customers whose outcomes fall due, in the order of their writes. */
  #due: { readonly dueMs: number; readonly customer: CustomerModel }[] = [];
  readonly #reported = new Map<CustomerModel, readonly string[]>();

  constructor(nowMs: number) {
    this.nowMs = nowMs;
  }

  get timestamp(): string {
    return new Date(this.nowMs).toISOString();
  }

  /** Takes an id that was given for the first time. Throws when it was given before. */
  take(id: unknown, prefix: string): string {
    if (typeof id !== 'string' || !id.startsWith(`${prefix}_`))
      throw new Error(`An id begins with ${prefix}_.`);
    if (this.#ids.has(id)) throw new Error(`The id ${id} was given twice.`);
    this.#ids.add(id);
    return id;
  }

  /** Takes the address of a new wallet. Throws when it has not the form of its chain, or was given before. */
  takeAddress(address: unknown, chain: string): string {
    const form = addressForms[chain] ?? /^0x[0-9a-f]{40}$/;
    if (typeof address !== 'string' || !form.test(address))
      throw new Error(`${address} is no address on ${chain}.`);
    if (this.wallets.some((wallet) => wallet.address === address))
      throw new Error(`${address} was given twice.`);
    return address;
  }

  /** One of a list, by any number; undefined when there is none. */
  pick<Item>(list: readonly Item[], number: number): Item | undefined {
    return list[number % Math.max(list.length, 1)];
  }

  customerView(customer: CustomerModel): object {
    const wallets = this.walletsOf(customer).map(({ id, address, chain, asset, createdAt }) => ({
      id,
      type: 'custodial',
      address,
      network: chain,
      asset,
      balance: '0.00',
      estimatedValueUsd: '0.00',
      createdAt,
    }));
    const view = customer.view(wallets, this.nowMs);
    return { ...view, endorsements: view.endorsements.map((endorsement) => this.#inDialect(endorsement)) };
  }

  #inDialect({ type, requirements, ...rest }: EndorsementView): object {
    const { endorsementName = 'type', requirements: named = 'fields' } = this.dialect;
    const names = { type: { type }, name: { name: type }, both: { type, name: type } }[endorsementName];
    const lists = Object.entries(requirements).map(([list, fields]) => {
      const codes = fields.map((field) => field.replace(/(?=[A-Z])/g, '_').toUpperCase());
      return [list, named === 'fields' ? fields : codes];
    });
    return { ...names, ...rest, requirements: Object.fromEntries(lists) };
  }

  /** The newest first. */
  walletsOf({ id }: CustomerModel): WalletModel[] {
    return this.wallets.filter(({ customerId }) => customerId === id).reverse();
  }

  walletView(wallet: WalletModel): object {
    const { createdAt: updatedAt } = wallet;
    return { ...wallet, object: 'wallet', type: 'internal', status: 'active', updatedAt };
  }

  endpointView(endpoint: EndpointModel): object {
    const status = endpoint.enabled ? 'active' : 'disabled';
    return { ...endpoint, object: 'webhook', status, complianceOnly: false };
  }

  /** Takes note of a write to a customer: what became active by it is reported, and what its checks grant, later. */
  changed(customer: CustomerModel): void {
    this.#report(customer, this.nowMs);
    for (const ms of [checkMs, delayMs, ...afterMs]) this.#due.push({ dueMs: this.nowMs + ms, customer });
  }

  /** Lets time pass; outcomes are reported in the order in which they fall due. */
  advance(ms: number): void {
    this.nowMs += ms;
    const due = this.#due.filter(({ dueMs }) => dueMs <= this.nowMs);
    this.#due = this.#due.filter((one) => !due.includes(one));
    for (const { dueMs, customer } of due.sort((one, other) => one.dueMs - other.dueMs))
      this.#report(customer, dueMs);
  }

  /** Expects an event for every endpoint that wants one when an endorsement became active. */
  #report(customer: CustomerModel, ms: number): void {
    const [before, active] = [this.#reported.get(customer) ?? [], customer.active(ms)];
    this.#reported.set(customer, active);
    const granted = active.filter((name) => !before.includes(name));
    if (this.dialect.events === 'v0.11') for (const _ of granted) this.#send('endorsement.active');
    else if (granted.length > 0) this.#send('customer.endorsement.granted');
  }

  #send(event: string): void {
    for (const { id, events, enabled } of this.endpoints) {
      const isWanted = events.some(
        (name) => name === event || (name.endsWith('*') && event.startsWith(name.slice(0, -1))),
      );
      if (enabled && (events.length === 0 || isWanted)) this.grants.push(`${event} ${id}`);
    }
  }
}
