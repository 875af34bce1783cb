import { useEffect, useReducer } from 'preact/hooks';
import {
  type Attempt,
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
  customer: ['customers'],
  wallet: ['customers'],
  endpoint: ['endpoints'],
  delivery: ['deliveries'],
  clock: ['clock', 'customers'],
  scenarios: ['scenarios'],
  faults: ['faults'],
  reset: ['exchanges', 'customers', 'endpoints', 'deliveries', 'faults', 'scenarios', 'clock', 'coverage'],
};

const everything = staleAfter.reset;
const sandboxOnly = ['customers', 'endpoints', 'deliveries', 'scenarios', 'clock'];

/** More exchanges than this are not listed; the oldest go. */
const mostListed = 10_000;
const mostAttempts = 2000;

/** What the page knows of the server. */
export class Store {
  connection: 'connecting' | 'live' | 'lost' = 'connecting';
  /** Whether some exchanges went by unseen. */
  hasMissed = false;
  health: Health | undefined;
  isRecording = false;
  exchanges: Exchange[] = [];
  attempts: (Attempt & { readonly time: string })[] = [];
  actions: Action[] = [];
  shown: Shown = nothing;
  /** What went wrong with the latest button, as the server said it. */
  problem: string | undefined;
  readonly #listeners = new Set<() => void>();
  /** Of the exchanges that are listed, and of some that no longer are. */
  #ids = new Set<string>();
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
        lost: () => {
          this.connection = 'lost';
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
      if (change.type === 'exchange') this.#add(change as Exchange);
      if (change.type === 'attempt')
        this.attempts.push({ time: new Date().toISOString(), ...(change as unknown as Attempt) });
      if (change.type === 'reset') this.#forget();
      this.#readAgain(staleAfter[change.type] ?? []);
    }
    this.exchanges = this.exchanges.slice(-mostListed);
    this.attempts = this.attempts.slice(-mostAttempts);
    this.#announce();
  }

  /** One that was read already may be told of afterwards. */
  #add(exchange: Exchange): void {
    if (this.#ids.has(exchange.id)) return;
    this.#ids.add(exchange.id);
    this.exchanges.push(exchange);
  }

  #forget(): void {
    this.exchanges = [];
    this.#ids.clear();
    this.attempts = [];
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
      const known = new Set(exchanges.map(({ id }) => id));
      this.isRecording = isRecording;
      this.exchanges = [...this.exchanges.filter(({ id }) => !known.has(id)), ...exchanges].sort(byTime);
      this.#ids = new Set(this.exchanges.map(({ id }) => id));
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

function byTime(a: Exchange, b: Exchange): number {
  return a.time < b.time ? -1 : Number(a.time > b.time);
}

/** Draws a component again when something in the store has changed. */
export function useStore(store: Store): Store {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => store.listen(() => draw(undefined)), [store]);
  return store;
}
