import type { CustomerRecord } from './customer-record.js';
import { activeEndorsements } from './customer-view.js';
import { Customers } from './customers.js';
import { Decisions } from './decisions.js';
import { Deliveries } from './deliveries.js';
import { DeliveryHabits } from './delivery-habits.js';
import { IdempotencyRecords } from './idempotency.js';
import type { Ledger } from './ledger.js';
import type { SandboxSettings } from './sandbox-settings.js';
import { Tokens } from './tokens.js';
import { Wallets } from './wallets.js';
import { WebhookEndpoints } from './webhook-endpoints.js';
import { World } from './world.js';

/** Everything a sandbox remembers. */
export class Rooms {
  readonly world: World;
  readonly tokens: Tokens;
  readonly idempotency: IdempotencyRecords;
  readonly decisions: Decisions;
  readonly customers: Customers;
  readonly wallets: Wallets;
  readonly endpoints: WebhookEndpoints;
  readonly habits: DeliveryHabits;
  readonly deliveries: Deliveries;

  constructor(settings: SandboxSettings, ledger: Ledger) {
    this.world = new World(settings, ledger);
    this.tokens = new Tokens(this.world, ledger);
    this.idempotency = new IdempotencyRecords(ledger);
    this.decisions = new Decisions(this.world, ledger);
    this.customers = new Customers(this.world, this.decisions, ledger);
    this.wallets = new Wallets(this.world, ledger);
    this.endpoints = new WebhookEndpoints(this.world, ledger);
    this.habits = new DeliveryHabits(settings.webhooks ?? {}, ledger);
    this.deliveries = new Deliveries(this, settings, ledger);
  }

  /** Changes a customer and tells of endorsements that became active by it. */
  changing(id: string, change: () => CustomerRecord): CustomerRecord {
    const before = activeEndorsements(this.customers.find(id));
    const record = change();
    this.announce(record, before);
    return record;
  }

  /** Sends `customer.endorsement.granted` when there is an active endorsement that was not before. */
  announce(record: CustomerRecord, before: readonly string[]): void {
    const endorsements = activeEndorsements(record);
    if (endorsements.every((name) => before.includes(name))) return;
    const { id } = record;
    const sequence = this.customers.countEvent(id);
    this.deliveries.emit('customer.endorsement.granted', { id, object: 'customer', endorsements }, sequence);
  }

  /** Carries out the rulings that are due by now, and tells of those about one customer at once. */
  carryOutDecisions(): void {
    const due = this.decisions.takeDue();
    for (const id of new Set(due.map(({ customerId }) => customerId))) {
      const decisions = due.filter(({ customerId }) => customerId === id);
      this.changing(id, () => {
        for (const decision of decisions) this.customers.carryOut(decision);
        return this.customers.find(id);
      });
    }
  }
}
