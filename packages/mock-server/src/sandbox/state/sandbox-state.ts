import type { Dialect } from '../dialect.js';
import { Customers } from '../rules/customers.js';
import { type Checks, checkMsOf } from '../rules/evaluation.js';
import { IdempotencyRecords } from '../rules/idempotency.js';
import { type ScenarioRule, Scenarios } from '../rules/scenarios.js';
import { Tokens } from '../rules/tokens.js';
import { Wallets } from '../rules/wallets.js';
import { putIn, type SeededIds, withMadeUp } from '../seed/put-in.js';
import { type CheckSeedBody, checkSeedData, checkSeedShape, type SeedData } from '../seed/seed-data.js';
import { Deliveries } from '../webhooks/deliveries.js';
import { type DeliverySettings, EndpointDeliveryOptions } from '../webhooks/delivery-options.js';
import { OwnEvents } from '../webhooks/own-events.js';
import { shippedEvents, type TriggerableEvents } from '../webhooks/triggers.js';
import { type GivenEndpoint, WebhookEndpoints } from '../webhooks/webhook-endpoints.js';
import { Clock } from './clock.js';
import { type Fingerprint, fingerprintWith, type Hash, Ids } from './ids.js';
import { sha256 } from './sha256.js';
import { type Journal, type OnChange, type Table, Tables } from './tables.js';

/** What a sandbox is made from. */
export interface SandboxSettings extends DeliverySettings {
  /** The same seed gives the same ids, tokens and secrets in the same order. */
  readonly seed: number;
  /** Whether tokens and secrets are random whatever the seed: nobody chose it, so nobody relies on it. */
  readonly hasRandomSecrets: boolean;
  /** The present, in milliseconds since 1970. */
  readonly now: () => number;
  /** When the checks of an endorsement end. */
  readonly checks?: Checks | undefined;
  /** How it reads the API. */
  readonly dialect: Dialect;
  /** Makes ready what checks the messages of another dialect; the function that comes of it is called when that is spoken. */
  readonly prepareDialect?: ((dialect: Dialect) => Promise<() => void>) | undefined;
  /** Scenario rules that are there from the start. */
  readonly scenarios?: readonly (ScenarioRule | string)[] | undefined;
  /** Endpoints that exist from the start, for all events. */
  readonly webhookEndpoints?: readonly GivenEndpoint[] | undefined;
  /** What it begins with, once where a journal keeps it. */
  readonly seedData?: SeedData | undefined;
  /** Finds what is wrong with a body in seed data; without it the sandbox looks at its shape alone. */
  readonly checkBody?: CheckSeedBody | undefined;
  /** The events that can be sent on demand; without them those of the spec this package ships. */
  readonly triggerable?: TriggerableEvents | undefined;
  /** Keeps the state; without one it ends with the sandbox. */
  readonly journal?: Journal | undefined;
  /** Sees each change of the state. */
  readonly onChange?: OnChange | undefined;
  /** Called when the sandbox was closed, whether or not its state could be kept. */
  readonly whenClosed?: (() => Promise<void>) | undefined;
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
  readonly scenarios: Scenarios;
  readonly customers: Customers;
  readonly wallets: Wallets;
  readonly endpoints: WebhookEndpoints;
  readonly deliveryOptions: EndpointDeliveryOptions;
  readonly deliveries: Deliveries;
  /** The events that the sandbox sends by itself. */
  readonly events: OwnEvents;
  readonly triggerable: TriggerableEvents;
  /** How it reads the API at the moment. */
  dialect: Dialect;
  readonly #settings: SandboxSettings;
  readonly #begun: Table<true>;

  /** Throws SeedDataError for data to begin with that cannot be used. */
  constructor(settings: SandboxSettings) {
    this.#settings = settings;
    const tables = new Tables(settings.journal, settings.onChange);
    const clock = new Clock(settings.now, tables);
    const ids = new Ids(settings.seed, settings.hasRandomSecrets, tables);
    this.dialect = settings.dialect;
    this.tables = tables;
    this.clock = clock;
    this.ids = ids;
    this.fingerprint = fingerprintWith(settings.hash ?? sha256);
    this.tokens = new Tokens(this);
    this.idempotency = new IdempotencyRecords(this);
    this.scenarios = new Scenarios(this);
    this.events = new OwnEvents(this);
    this.customers = new Customers(this, checkMsOf(settings.checks), this.events);
    this.wallets = new Wallets(this);
    this.endpoints = new WebhookEndpoints(this, settings);
    this.deliveryOptions = new EndpointDeliveryOptions(settings.webhooks ?? {}, tables);
    this.deliveries = new Deliveries(this, settings);
    this.triggerable = settings.triggerable ?? shippedEvents;
    this.#begun = tables.table('begun');
    this.#begin();
  }

  /** Makes it as it was at the start; nothing that was kept is left. */
  reset(): void {
    this.dialect = this.#settings.dialect;
    this.tables.empty();
    this.#begin();
  }

  /** Puts data in. Throws SeedDataError for data that cannot be used, before anything is changed. */
  seed(data: SeedData): SeededIds {
    const checked = checkSeedData(data, this.#settings.checkBody ?? checkSeedShape);
    const complete = withMadeUp(checked, this.ids.hex(16));
    const untold = { onUncalledEndpoint: undefined, onChange: undefined, journal: undefined };
    const trial = { ...this.#settings, ...untold, seedData: undefined, scenarios: undefined };
    putIn(new SandboxState(trial), complete);
    return putIn(this, complete);
  }

  /** Takes up another dialect, once its messages can be checked. Until then nothing is changed. */
  async speak(dialect: Dialect): Promise<void> {
    const adopt = await this.#settings.prepareDialect?.(dialect);
    adopt?.();
    this.dialect = dialect;
  }

  #begin(): void {
    const { webhookEndpoints = [], seedData, scenarios = [] } = this.#settings;
    for (const endpoint of webhookEndpoints) this.endpoints.addGiven(endpoint);
    if (seedData !== undefined && this.#begun.get('seedData') !== true) {
      this.seed(seedData);
      this.#begun.set('seedData', true);
    }
    // What is put in was decided on by the data: no rule counts those customers.
    this.scenarios.addGiven(scenarios);
  }
}
