import { useEffect, useReducer } from 'preact/hooks';
import {
  byTime,
  type Change,
  type ClockTime,
  type Customer,
  callAdmin,
  type Delivery,
  type Endpoint,
  type Exchange,
  type Fault,
  type Health,
  type OperationCoverage,
  type Scenario,
} from './admin-api.js';
import { readStream } from './read-stream.js';

/** Something that was done with a button of this page. */
export interface Action {
  readonly time: string;
  readonly route: string;
  readonly method: string;
  readonly body: unknown;
  readonly result: unknown;
}

/** What the server shows, by the admin route it is read from. */
interface Shown {
  readonly customers: readonly Customer[];
  readonly endpoints: readonly Endpoint[];
  readonly deliveries: readonly Delivery[];
  readonly faults: readonly Fault[];
  readonly scenarios: readonly Scenario[];
  readonly operations: readonly OperationCoverage[];
  readonly clock: ClockTime | undefined;
}

const nothing: Shown = {
  customers: [],
  endpoints: [],
  deliveries: [],
  faults: [],
  scenarios: [],
  operations: [],
  clock: undefined,
};

/** Admin routes that are read again after a change of this type. */
const staleAfter: Readonly<Record<Change['type'], readonly string[]>> = {
  exchange: [],
  attempt: [],
  event: [],
  'uncalled-endpoint': [],
  customer: ['customers', 'clock'],
  wallet: ['customers'],
  endpoint: ['endpoints'],
  delivery: ['deliveries', 'clock'],
  clock: ['clock', 'customers'],
  scenarios: ['scenarios'],
  faults: ['faults'],
  reset: ['exchanges', 'customers', 'endpoints', 'deliveries', 'faults', 'scenarios', 'clock', 'coverage'],
};

const everything = staleAfter.reset;
const sandboxOnly = ['customers', 'endpoints', 'deliveries', 'scenarios', 'clock'];

/** More exchanges than this are not listed; the oldest go. */
const mostListed = 10_000;

/** What the page knows of the server. */
export class Store {
  /** `refused` where the server wants another token than the one in the fragment. */
  connection: 'connecting' | 'live' | 'lost' | 'refused' = 'connecting';
  /** Whether some exchanges went by unseen. */
  hasMissed = false;
  health: Health | undefined;
  isRecording = false;
  /** The oldest first. */
  exchanges: readonly Exchange[] = [];
  actions: Action[] = [];
  shown: Shown = nothing;
  /** What went wrong with the latest button, as the server said it. */
  problem: string | undefined;
  #chosen: string | undefined;
  readonly #listeners = new Set<() => void>();
  /** By id, the oldest first. */
  #exchanges = new Map<string, Exchange>();
  readonly #stale = new Set<string>();
  #isReading = false;
  #isAnnounced = false;

  /** Follows the server until the signal aborts. */
  follow(signal: AbortSignal): void {
    const readAll = () => this.#readAgain(everything);
    readStream(
      {
        began: () => {
          this.connection = 'live';
          readAll();
        },
        changed: (changes) => this.#apply(changes),
        missed: () => {
          this.hasMissed = true;
          readAll();
        },
        lost: (isRefused) => {
          this.connection = isRefused ? 'refused' : 'lost';
          this.#announce();
        },
      },
      signal,
    );
  }

  /** Does what a button says, remembers it for a test, and reads nothing: the stream tells what came of it. */
  async act<Result>(route: string, body: unknown = {}, method = 'POST'): Promise<Result | undefined> {
    this.problem = undefined;
    try {
      const time = new Date().toISOString();
      const result = await callAdmin<Result>(route, method, body);
      this.actions = [...this.actions, { time, route, method, body, result }];
      return result;
    } catch (error) {
      this.problem = (error as Error).message;
      return undefined;
    } finally {
      this.#announce();
    }
  }

  /** The customer that views are about: the one that was chosen, else the newest. */
  get customer(): Customer | undefined {
    const { customers } = this.shown;
    return customers.find(({ id }) => id === this.#chosen) ?? customers[0];
  }

  /** Chooses the customer that views are about. */
  choose(customerId: string): void {
    this.#chosen = customerId;
    this.#announce();
  }

  /** Reads a route again that the stream says nothing of. */
  readAgain(route: 'exchanges' | 'coverage'): void {
    this.#readAgain([route]);
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #apply(changes: readonly Change[]): void {
    for (const change of changes) {
      // One that was read already may be told of afterwards; what was read says more.
      if (change.type === 'exchange' && !this.#exchanges.has(change.id))
        this.#exchanges.set(change.id, change);
      if (change.type === 'exchange' && change.operationId === 'createToken') this.#readAgain(['clock']);
      if (change.type === 'reset') this.#forget();
      this.#readAgain(staleAfter[change.type] ?? []);
    }
    this.#list();
    this.#announce();
  }

  #list(): void {
    for (const id of this.#exchanges.keys()) {
      if (this.#exchanges.size <= mostListed) break;
      this.#exchanges.delete(id);
    }
    this.exchanges = [...this.#exchanges.values()];
  }

  #forget(): void {
    this.#exchanges.clear();
    this.actions = [];
    this.hasMissed = false;
  }

  /** Reads routes again, each at most once at a time and not more often than ten times a second. */
  async #readAgain(routes: readonly string[]): Promise<void> {
    for (const route of routes) this.#stale.add(route);
    if (this.#isReading) return;
    this.#isReading = true;
    while (this.#stale.size > 0) {
      const wanted = [...this.#stale];
      this.#stale.clear();
      await Promise.all(wanted.map((route) => this.#read(route).catch(() => undefined)));
      this.#announce();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.#isReading = false;
  }

  async #read(route: string): Promise<void> {
    this.health ??= await callAdmin<Health>('health');
    if (sandboxOnly.includes(route) && this.health.mode !== 'sandbox') return;
    this.#take(route, await callAdmin(route));
  }

  #take(route: string, response: unknown): void {
    if (route === 'exchanges') {
      const { isRecording, exchanges } = response as { isRecording: boolean; exchanges: Exchange[] };
      this.isRecording = isRecording;
      for (const exchange of exchanges) this.#exchanges.set(exchange.id, exchange);
      const sorted = [...this.#exchanges.values()].sort(byTime);
      this.#exchanges = new Map(sorted.map((exchange) => [exchange.id, exchange]));
      this.#list();
    } else if (route === 'customers') {
      const { customers } = response as { customers: { customer: Customer }[] };
      this.shown = { ...this.shown, customers: customers.map(({ customer }) => customer) };
    } else if (route === 'clock') this.shown = { ...this.shown, clock: response as ClockTime };
    else this.shown = { ...this.shown, ...(response as Partial<Shown>) };
  }

  /** Tells the listeners before the next picture is drawn, once. */
  #announce(): void {
    if (this.#isAnnounced) return;
    this.#isAnnounced = true;
    requestAnimationFrame(() => {
      this.#isAnnounced = false;
      for (const listener of this.#listeners) listener();
    });
  }
}

/** Draws a component again when something in the store has changed. */
export function useStore(store: Store): Store {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => store.listen(() => draw(undefined)), [store]);
  return store;
}
