import type { CustomerRecord } from '../rules/customer-record.js';
import { activeEndorsements } from '../rules/customer-record.js';
import { Customers } from '../rules/customers.js';
import { IdempotencyRecords } from '../rules/idempotency.js';
import { ScheduledDecisions } from '../rules/review-decisions.js';
import { Tokens } from '../rules/tokens.js';
import { Wallets } from '../rules/wallets.js';
import { Deliveries } from '../webhooks/deliveries.js';
import { type DeliverySettings, EndpointDeliveryOptions } from '../webhooks/delivery-options.js';
import { type GivenEndpoint, WebhookEndpoints } from '../webhooks/webhook-endpoints.js';
import { Clock } from './clock.js';
import { type Fingerprint, fingerprintWith, type Hash, sha256 } from './fingerprint.js';
import { Ids } from './ids.js';
import { type Journal, Tables } from './tables.js';

/** What a sandbox is made from. */
export interface SandboxSettings extends DeliverySettings {
  /** The same seed gives the same ids, tokens and secrets in the same order. */
  readonly seed: number;
  /** The present, in milliseconds since 1970. */
  readonly now: () => number;
  /** Endpoints that exist from the start, for all events. */
  readonly webhookEndpoints?: readonly GivenEndpoint[] | undefined;
  /** Keeps the state; without one it ends with the sandbox. */
  readonly journal?: Journal | undefined;
  /** A native SHA-256; without one the sandbox's own, which is slower, is used. */
  readonly hash?: Hash | undefined;
}

/** Everything a sandbox remembers. */
export class SandboxState {
  readonly tables: Tables;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly fingerprint: Fingerprint;
  readonly tokens: Tokens;
  readonly idempotency: IdempotencyRecords;
  readonly scheduled: ScheduledDecisions;
  readonly customers: Customers;
  readonly wallets: Wallets;
  readonly endpoints: WebhookEndpoints;
  readonly deliveryOptions: EndpointDeliveryOptions;
  readonly deliveries: Deliveries;
  readonly #givenEndpoints: readonly GivenEndpoint[];

  constructor(settings: SandboxSettings) {
    const tables = new Tables(settings.journal);
    const clock = new Clock(settings.now, tables);
    const ids = new Ids(settings.seed, tables);
    this.tables = tables;
    this.clock = clock;
    this.ids = ids;
    this.fingerprint = fingerprintWith(settings.hash ?? sha256);
    this.tokens = new Tokens(this);
    this.idempotency = new IdempotencyRecords(this);
    this.scheduled = new ScheduledDecisions(this);
    this.customers = new Customers(this, this.scheduled);
    this.wallets = new Wallets(this);
    this.endpoints = new WebhookEndpoints(this);
    this.deliveryOptions = new EndpointDeliveryOptions(settings.webhooks ?? {}, tables);
    this.deliveries = new Deliveries(this, settings);
    this.#givenEndpoints = settings.webhookEndpoints ?? [];
    this.#addGivenEndpoints();
  }

  /** Makes it as it was at the start; nothing that was kept is left. */
  reset(): void {
    this.tables.empty();
    this.#addGivenEndpoints();
  }

  /** Changes a customer, and sends an event when endorsements became active by it. */
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

  /** Carries out the decisions that are due by now; those about one customer make one event. */
  carryOutDue(): void {
    const due = this.scheduled.takeDue();
    for (const id of new Set(due.map(({ customerId }) => customerId))) {
      const decisions = due.filter(({ customerId }) => customerId === id);
      this.changing(id, () => {
        for (const decision of decisions) this.customers.carryOut(decision);
        return this.customers.find(id);
      });
    }
  }

  #addGivenEndpoints(): void {
    for (const endpoint of this.#givenEndpoints) this.endpoints.addGiven(endpoint);
  }
}
