import {
  CountedFault,
  checkEvent,
  checkOperation,
  type FaultTarget,
  type InjectedFault,
  isAbout,
  isUnconditional,
} from './counted-fault.js';
import { type FaultClock, FaultPlan, WaitingRequests } from './fault-plan.js';
import type { FaultRule } from './fault-rule.js';
import { checkFaultRule, parseFault, parseFaultHeader } from './parse-fault.js';

/** Adds and removes faults while a server runs. */
export interface FaultControls {
  /** Adds a rule, an object or a text such as `reset-after; operation=createCustomer; nth=1`; returns it with its `id`, `calls` and `hits`. Throws a `FaultRuleError`. */
  add(rule: FaultRule | string): InjectedFault;
  /** The active rules with their counts, oldest first. */
  list(): InjectedFault[];
  /** Removes a rule; false if there is none with this id. */
  remove(id: string): boolean;
  /** Removes all rules, including those of the options. */
  clear(): void;
}

/** What faults need to know of the server. */
interface FaultOptions {
  /** The rules `reset` goes back to. */
  readonly rules: readonly (FaultRule | string)[];
  readonly seed: number;
  /** The present, in milliseconds since 1970. */
  readonly now: () => number;
  /** Every operation of the spec. */
  readonly targets: readonly FaultTarget[];
  /** The events of the spec; undefined where nothing is delivered. */
  readonly events: readonly string[] | undefined;
  /** Called when rules were added or taken away. */
  readonly onChange?: () => void;
}

/** The rules of a server and the requests they hit. */
export class Faults implements FaultControls {
  readonly #options: FaultOptions;
  readonly #clock: SkewedClock;
  readonly #waiting = new WaitingRequests();
  #faults = new Map<string, CountedFault>();
  #count = 0;

  /** Throws FaultRuleError for a rule that cannot be used. */
  constructor(options: FaultOptions) {
    this.#options = options;
    this.#clock = new SkewedClock(options.now, () => this.#standingSkewMs());
    this.reset();
  }

  /** The clock of the server, which a rule can skew. */
  readonly now = (): number => this.#clock.now();

  add(rule: FaultRule | string): InjectedFault {
    const checked = this.#check(rule);
    const id = `flt_${++this.#count}`;
    const fault = new CountedFault(id, checked, this.#options.seed);
    this.#faults.set(id, fault);
    this.#options.onChange?.();
    return fault.shown;
  }

  list(): InjectedFault[] {
    return [...this.#faults.values()].map(({ shown }) => shown);
  }

  remove(id: string): boolean {
    const isThere = this.#faults.delete(id);
    if (isThere) this.#options.onChange?.();
    return isThere;
  }

  clear(): void {
    this.#faults.clear();
    this.#options.onChange?.();
  }

  /** Breaks the connection of every request that waits. */
  dropWaiting(): void {
    this.#waiting.drop();
  }

  /** Goes back to the rules of the options, with nothing counted yet, and drops the requests that wait. */
  reset(): void {
    this.dropWaiting();
    this.#faults.clear();
    this.#count = 0;
    for (const rule of this.#options.rules) this.add(rule);
  }

  /** What goes wrong with a request; undefined when nothing does. Throws FaultRuleError for a bad `x-oms-fault`. */
  planFor(header: string | undefined, targetOf: () => FaultTarget): FaultPlan | undefined {
    if (header === undefined && this.#faults.size === 0) return undefined;
    const ofHeader = header === undefined ? [] : [parseFaultHeader(header)];
    const target = targetOf();
    const rules = this.#hitting((rule) => isAbout(rule, target));
    const hitting = [...ofHeader, ...rules];
    return hitting.length === 0 ? undefined : new FaultPlan(hitting, this.#planClock());
  }

  /** How often a delivery of this event comes on top of the first time. */
  copiesOf(event: string): number {
    const hitting = this.#hitting(
      (rule) => rule.kind === 'duplicate-delivery' && (rule.event ?? event) === event,
    );
    return hitting.reduce((sum, rule) => sum + (('copies' in rule ? rule.copies : undefined) ?? 1), 0);
  }

  #hitting(isRelevant: (rule: FaultRule) => boolean): FaultRule[] {
    const relevant = [...this.#faults.values()].filter(({ shown }) => isRelevant(shown.rule));
    return relevant.filter((fault) => fault.hitsNext()).map(({ shown }) => shown.rule);
  }

  #check(given: FaultRule | string): FaultRule {
    const rule = typeof given === 'string' ? parseFault(given) : checkFaultRule(given);
    checkOperation(rule, this.#options.targets);
    checkEvent(rule, this.#options.events);
    return rule;
  }

  #standingSkewMs(): number {
    const rules = this.list().map(({ rule }) => rule);
    return rules.reduce(
      (sum, rule) => sum + (rule.kind === 'clock-skew' && isUnconditional(rule) ? rule.skewMs : 0),
      0,
    );
  }

  #planClock(): FaultClock {
    return {
      now: this.#options.now,
      whileSkewed: (skewMs, work) => this.#clock.whileSkewed(skewMs, work),
      sleep: (ms) => this.#waiting.wait(ms),
    };
  }
}

/** A clock that can be off. */
class SkewedClock {
  readonly #base: () => number;
  readonly #standingMs: () => number;
  #duringMs: number | undefined;

  /** `standingMs` is how far the clock is ahead between requests. */
  constructor(base: () => number, standingMs: () => number) {
    this.#base = base;
    this.#standingMs = standingMs;
  }

  /** The present as the server has it, in milliseconds since 1970. */
  now(): number {
    return this.#base() + (this.#duringMs ?? this.#standingMs());
  }

  /** Runs `work` with the clock off by so much. What `work` does later, after a wait of its own, sees the standing clock. */
  whileSkewed<T>(skewMs: number, work: () => T): T {
    this.#duringMs = skewMs;
    try {
      return work();
    } finally {
      this.#duringMs = undefined;
    }
  }
}

/** Thrown for fault rules that hit nothing: what was to be tried never happened. */
export class UnhitFaultError extends Error {
  override readonly name = 'UnhitFaultError';
  readonly faults: readonly InjectedFault[];

  constructor(faults: readonly InjectedFault[]) {
    super(['Fault rules that hit nothing:', ...faults.map(describeFault)].join('\n'));
    this.faults = faults;
  }
}

/** Throws UnhitFaultError for rules that hit nothing. A rule with a probability may miss every call. */
export function assertAllHit(faults: readonly InjectedFault[]): void {
  const unhit = faults.filter(({ rule, hits }) => hits === 0 && rule.probability === undefined);
  if (unhit.length > 0) throw new UnhitFaultError(unhit);
}

/** A rule as it is written on the command line, and why it hit nothing. */
function describeFault({ rule: { kind, ...fields }, calls }: InjectedFault): string {
  const parts = Object.entries(fields).map(([name, value]) => `; ${name}=${value}`);
  const seen =
    calls === 0 ? 'no call was one it is about' : `it was about ${calls} of the calls, and none fitted`;
  return `  ${kind}${parts.join('')}: ${seen}`;
}
