import type { CustomerRecord } from './customer-record.js';
import { activeEndorsements } from './customer-view.js';
import { Customers } from './customers.js';
import { type Deliver, Deliveries } from './deliveries.js';
import { Tokens } from './tokens.js';
import { Wallets } from './wallets.js';
import { WebhookEndpoints } from './webhook-endpoints.js';
import { World, type WorldOptions } from './world.js';

/** Everything a sandbox remembers. */
export class Rooms {
  readonly world: World;
  readonly tokens: Tokens;
  readonly customers: Customers;
  readonly wallets: Wallets;
  readonly endpoints: WebhookEndpoints;
  readonly deliveries: Deliveries;

  constructor(options: WorldOptions, deliver: Deliver) {
    this.world = new World(options);
    this.tokens = new Tokens(this.world);
    this.customers = new Customers(this.world);
    this.wallets = new Wallets(this.world);
    this.endpoints = new WebhookEndpoints(this.world);
    this.deliveries = new Deliveries(this.world, this.endpoints, deliver);
  }

  /** Changes a customer and tells of endorsements that became active by it. */
  changing(find: () => CustomerRecord, change: () => CustomerRecord): CustomerRecord {
    const before = activeEndorsements(find());
    const record = change();
    this.announce(record, before);
    return record;
  }

  /** Sends `customer.endorsement.granted` when there is an active endorsement that was not before. */
  announce(record: CustomerRecord, before: readonly string[]): void {
    const endorsements = activeEndorsements(record);
    if (endorsements.every((name) => before.includes(name))) return;
    const { id } = record;
    this.deliveries.emit('customer.endorsement.granted', { id, object: 'customer', endorsements });
  }
}
