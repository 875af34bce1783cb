import { didYouMean } from '../option-check.js';
import { seededRandom } from '../seeded-random.js';
import { type FaultRule, FaultRuleError } from './fault-rule.js';

/** A rule at work. */
export interface InjectedFault {
  /** By which it is removed, such as `flt_1`. */
  readonly id: string;
  readonly rule: FaultRule;
  /** Calls it was about so far. */
  readonly calls: number;
  /** Calls it hit. */
  readonly hits: number;
}

/** Counts the calls a rule is about and says which of them it hits. */
export class CountedFault {
  /** Shows the counts as they are, at any time. */
  readonly shown: InjectedFault;
  readonly #counts: { calls: number; hits: number };
  readonly #random: () => number;

  constructor(id: string, rule: FaultRule, seed: number) {
    const shown = { id, rule, calls: 0, hits: 0 };
    this.shown = shown;
    this.#counts = shown;
    this.#random = seededRandom(`faults:${seed}:${id}`);
  }

  /** Counts one call; true when the rule hits it. */
  hitsNext(): boolean {
    this.#counts.calls += 1;
    const isHit = isChosen(this.shown.rule, this.#counts.calls, this.#random());
    if (isHit) this.#counts.hits += 1;
    return isHit;
  }
}

function isChosen(rule: FaultRule, call: number, chance: number): boolean {
  const { nth = call, every = 1, probability = 1 } = rule;
  return call === nth && call % every === 0 && call <= (firstOf(rule) ?? call) && chance < probability;
}

/** A token is refused once unless the rule says otherwise: a second refusal is another failure. */
function firstOf({ kind, nth, every, first, probability }: FaultRule): number | undefined {
  const isNarrowed = (nth ?? every ?? first ?? probability) !== undefined;
  return kind === 'unauthorized' && !isNarrowed ? 1 : first;
}

/** Whether a rule hits every request there is, so that it holds between requests too. */
export function isUnconditional(rule: FaultRule): boolean {
  if (rule.kind === 'duplicate-delivery' || (rule.operation ?? 'any') !== 'any') return false;
  return (rule.nth ?? rule.every ?? rule.first ?? rule.probability) === undefined;
}

/** What a rule can be about: an operation of the spec, or a request that belongs to none. */
export interface FaultTarget {
  readonly operationId?: string | undefined;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  /** Whether the operation wants credentials. */
  readonly isSecured: boolean;
}

/** Whether a rule is about requests for this target. */
export function isAbout(rule: FaultRule, target: FaultTarget): boolean {
  if (rule.kind === 'duplicate-delivery') return false;
  const { operation = 'any' } = rule;
  // A refused token means nothing to an operation that takes none, such as the exchange that issues it.
  if (operation === 'any') return rule.kind !== 'unauthorized' || target.isSecured;
  return operation === target.operationId || nameOf(operation) === nameOf(`${target.method} ${target.path}`);
}

/** Throws FaultRuleError when a rule is about an operation there is not. */
export function checkOperation(rule: FaultRule, targets: readonly FaultTarget[]): void {
  if (rule.kind === 'duplicate-delivery' || (rule.operation ?? 'any') === 'any') return;
  const { operation } = rule;
  const isKnown = targets.some((target) => {
    return isAbout({ kind: 'reset-before', ...(operation !== undefined && { operation }) }, target);
  });
  if (isKnown) return;
  const known = targets.map(({ operationId, method, path }) => operationId ?? `${method} ${path}`);
  const hint = didYouMean(operation ?? '', known);
  throw new FaultRuleError('operation', `is not in the spec, which has ${known.join(', ')}${hint}`);
}

/** Throws FaultRuleError when a rule is about deliveries that there are not. */
export function checkEvent(rule: FaultRule, events: readonly string[] | undefined): void {
  if (rule.kind !== 'duplicate-delivery') return;
  if (events === undefined)
    throw new FaultRuleError('kind', 'duplicate-delivery needs the mode that delivers webhooks, sandbox');
  const { event } = rule;
  if (event === undefined || events.length === 0 || events.includes(event)) return;
  const hint = didYouMean(event, events);
  throw new FaultRuleError('event', `is not in the spec, which has ${events.join(', ')}${hint}`);
}

/** Methods in any case and with any space behind them are the same. */
function nameOf(operation: string): string {
  const [, method = '', path = ''] = /^([A-Za-z]+)\s+(\S+)$/.exec(operation) ?? [];
  return `${method.toUpperCase()} ${path}`;
}
