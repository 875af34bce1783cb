import type { Dialect } from '../dialect.js';
import type { CustomerRecord } from '../rules/customer-record.js';
import type { Customers } from '../rules/customers.js';
import {
  type Endorsement,
  type EndorsementName,
  type EndorsementNews,
  endorsementViews,
} from '../rules/endorsements.js';
import type { Wallet } from '../rules/wallets.js';
import type { Clock } from '../state/clock.js';
import type { Ids } from '../state/ids.js';
import type { Deliveries } from './deliveries.js';

/** What events are made of. It is read when there is one to send. */
interface EventState {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly customers: Customers;
  readonly deliveries: Deliveries;
  /** How to read the API at the moment. */
  readonly dialect: Dialect;
}

/**
 * The events that the sandbox sends by itself: the documented one, or in the place of it those that third parties have seen
 * in v0.11.
 */
export class OwnEvents implements EndorsementNews {
  readonly #state: EventState;

  constructor(state: EventState) {
    this.#state = state;
  }

  granted({ id, eventCount }: CustomerRecord, endorsements: readonly EndorsementName[]): void {
    const data = { id, object: 'customer', endorsements };
    this.#state.deliveries.emit('customer.endorsement.granted', { sequence: eventCount, data });
  }

  changed({ id }: CustomerRecord, endorsements: readonly Endorsement[]): void {
    const views = endorsementViews(endorsements, this.#state.dialect);
    for (const [index, { status }] of endorsements.entries()) {
      const event = status === 'ACTIVE' ? 'endorsement.active' : 'endorsement.updated';
      this.#emit(id, { event }, { ...views[index], customerId: id });
    }
  }

  walletProvisioned(wallet: Wallet): void {
    if (this.#state.dialect.events === 'v0.11')
      this.#emit(wallet.customerId, { event: 'wallet.provisioned' }, wallet);
  }

  /** It is verified at once. The last of the three has its name in another property. */
  accountRegistered(account: { readonly customerId: string }): void {
    if (this.#state.dialect.events !== 'v0.11') return;
    for (const event of ['externalAccount.created', 'externalAccount.verified'])
      this.#emit(account.customerId, { event }, account);
    this.#emit(account.customerId, { eventType: 'externalAccount.statusChanged' }, account);
  }

  #emit(
    customerId: string,
    name: { readonly event: string } | { readonly eventType: string },
    data: object,
  ): void {
    const { clock, customers, deliveries, ids } = this.#state;
    const sequence = customers.countEvent(customerId);
    const rest = { eventId: ids.id('evt'), occurredAt: clock.timestamp(), sequence, data };
    if ('event' in name) deliveries.emit(name.event, rest);
    else deliveries.emit(name.eventType, { ...name, ...rest });
  }
}
