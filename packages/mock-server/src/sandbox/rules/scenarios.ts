import { isJsonObject } from '../../json/json-object.js';
import { didYouMean, MisuseError, nameAndValue, refuseUnknownName } from '../../option-check.js';
import { checkDuration } from '../state/clock.js';
import type { Ids } from '../state/ids.js';
import type { Table, Tables } from '../state/tables.js';
import type { CustomerRecord } from './customer-record.js';
import { type Scenario, type ScenarioName, scenarioNames, scenarioOf } from './evaluation.js';

/** Which customers a scenario is for; everything that is given has to fit. Without anything it is for all of them. */
export interface ScenarioMatch {
  readonly externalId?: string;
  readonly email?: string;
  readonly lastName?: string;
  /** Only the nth customer that fits and whose endorsements are evaluated, counted from 1 since the rule was added. */
  readonly nth?: number;
}

/** What comes of the endorsements of the customers it matches, from their next evaluation on. */
export interface ScenarioRule {
  /** @default every customer */
  readonly match?: ScenarioMatch;
  /** As in `metadata.omsSandbox`. */
  readonly outcome: ScenarioName;
  /** Shown to the customer, unless the endorsement becomes active. */
  readonly reason?: string;
  /**
   * Milliseconds until the outcome, on the clock of the sandbox; for `delay` until the fields decide.
   * @default as long as checks take; for `delay` 10000
   */
  readonly afterMs?: number;
}

/** A scenario rule at work. */
export interface ActiveScenario {
  readonly id: string;
  readonly rule: ScenarioRule;
  /** How many customers it was applied to. */
  readonly hits: number;
}

/** Decides the outcome of endorsements from outside, even before their customers exist. */
export interface ScenarioControls {
  /** Adds a rule, an object or a text such as `reject; email=jane@example.com`. If several rules match, the latest counts. */
  add(rule: ScenarioRule | string): ActiveScenario;
  /** The rules with their `id` and `hits`, the customers they were applied to; oldest first. */
  list(): ActiveScenario[];
  /** Removes a rule; false if there is none with this id. Outcomes it has already decided stay. */
  remove(id: string): boolean;
  /** Removes all rules. */
  clear(): void;
}

/** A rule as the sandbox keeps one. */
interface ScenarioRecord extends ActiveScenario {
  /** The first customers that fit a rule with `nth`, up to that one. */
  readonly counted: readonly string[];
}

const matchTexts = ['externalId', 'email', 'lastName'] as const;
const matchFields: readonly string[] = [...matchTexts, 'nth'];
const ruleFields: readonly string[] = ['match', 'outcome', 'reason', 'afterMs'];
const mostCounted = 10_000;

/** The scenario rules of a sandbox. */
export class Scenarios implements ScenarioControls {
  /** By id. */
  readonly rules: Table<ScenarioRecord>;
  readonly #ids: Ids;

  constructor({ ids, tables }: { readonly ids: Ids; readonly tables: Tables }) {
    this.#ids = ids;
    this.rules = tables.table('scenario');
  }

  add(given: ScenarioRule | string): ActiveScenario {
    const rule = readScenario(given);
    const id = `scn_${this.#ids.ordinal()}`;
    return shown(this.rules.set(id, { id, rule, hits: 0, counted: [] }));
  }

  /** Adds rules that are not there yet: those of the options, which outlive a restart. */
  addGiven(rules: readonly (ScenarioRule | string)[]): void {
    const kept = this.list().map(({ rule }) => JSON.stringify(rule));
    for (const rule of rules.map(readScenario)) if (!kept.includes(JSON.stringify(rule))) this.add(rule);
  }

  list(): ActiveScenario[] {
    return [...this.rules.rows()].map(shown);
  }

  remove(id: string): boolean {
    const isThere = this.rules.get(id) !== undefined;
    this.rules.delete(id);
    return isThere;
  }

  clear(): void {
    for (const { id } of [...this.rules.rows()]) this.rules.delete(id);
  }

  /** Counts a customer that is evaluated and names the rule for it: the latest that matches now or did before. */
  idFor(customer: CustomerRecord): string | undefined {
    let found: string | undefined;
    for (const { id } of [...this.rules.rows()])
      if (id === customer.scenarioId || this.#isHit(id, customer)) found = id;
    const record = found === customer.scenarioId ? undefined : this.rules.get(found ?? '');
    if (record !== undefined) this.rules.set(record.id, { ...record, hits: record.hits + 1 });
    return found;
  }

  /** What a rule that was found for a customer says; undefined when it was taken away. */
  scenario(id: string | undefined): Scenario | undefined {
    const record = this.rules.get(id ?? '');
    if (record === undefined) return undefined;
    const { outcome, reason, afterMs } = record.rule;
    return scenarioOf(outcome, reason, afterMs);
  }

  #isHit(id: string, { id: customerId, values }: CustomerRecord): boolean {
    const record = this.rules.get(id);
    const { nth, ...match } = record?.rule.match ?? {};
    const fits = matchTexts.every((name) => match[name] === undefined || match[name] === values[name]);
    if (record === undefined || !fits || nth === undefined) return fits;
    if (record.counted.length >= nth || record.counted.includes(customerId)) return false;
    const { counted } = this.rules.set(id, { ...record, counted: [...record.counted, customerId] });
    return counted.length === nth;
  }
}

function shown({ id, rule, hits }: ScenarioRecord): ActiveScenario {
  return { id, rule, hits };
}

/** A rule, also one written as text. Throws MisuseError for one that cannot be used. */
export function readScenario(given: ScenarioRule | string): ScenarioRule {
  const rule = typeof given === 'string' ? parseScenario(given) : given;
  if (!isJsonObject(rule))
    throw new MisuseError("a scenario must be an object with an outcome, or a text such as 'reject; nth=1'");
  refuseUnknownName(rule, ruleFields, 'a field of a scenario');
  const { match = {}, outcome, reason, afterMs } = rule;
  checkMatch(match);
  checkOutcome(outcome);
  if (reason !== undefined && typeof reason !== 'string') throw new MisuseError('reason must be a text');
  if (afterMs !== undefined) checkDuration('afterMs', afterMs);
  if (afterMs !== undefined && outcome === 'pending')
    throw new MisuseError('afterMs has no meaning for pending, which stays; use delay');
  return {
    match: { ...match },
    outcome,
    ...(reason !== undefined && { reason }),
    ...(afterMs !== undefined && { afterMs }),
  };
}

function checkMatch(match: unknown): asserts match is ScenarioMatch {
  if (!isJsonObject(match)) throw new MisuseError('match must be an object');
  refuseUnknownName(match, matchFields, 'a field of match');
  const { nth } = match as ScenarioMatch;
  for (const name of matchTexts) {
    const value: unknown = Reflect.get(match, name);
    if (value !== undefined && (typeof value !== 'string' || value === ''))
      throw new MisuseError(`match.${name} must be a text that is not empty`);
  }
  if (nth === undefined || (Number.isInteger(nth) && nth >= 1 && nth <= mostCounted)) return;
  throw new MisuseError(`match.nth must be a whole number from 1 to ${mostCounted}`);
}

function checkOutcome(outcome: unknown): asserts outcome is ScenarioName {
  if (scenarioNames.some((name) => name === outcome)) return;
  const hint = typeof outcome === 'string' ? didYouMean(outcome, scenarioNames) : '';
  throw new MisuseError(`outcome must be one of ${scenarioNames.join(', ')}${hint}`);
}

/** Reads `outcome; field=value; …`, where the fields are those of a rule and of its match. */
function parseScenario(text: string): ScenarioRule {
  const [outcome = '', ...parts] = text.split(';').map((part) => part.trim());
  const pairs = parts.filter((part) => part !== '').map(fieldIn);
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new MisuseError(`${twice} is given twice`);
  const fields = Object.fromEntries(pairs);
  refuseUnknownName(fields, [...matchFields, 'reason', 'afterMs'], 'a field of a scenario');
  const { reason, afterMs, ...match } = fields;
  // What it holds is checked as that of any rule.
  return { match, outcome, reason, afterMs } as unknown as ScenarioRule;
}

function fieldIn(part: string): [name: string, value: unknown] {
  const [name, value] = nameAndValue(part);
  if (value === undefined) throw new MisuseError('a field of a scenario has no value; write field=value');
  return [name, ['nth', 'afterMs'].includes(name) && /^[0-9]+$/.test(value) ? Number(value) : value];
}
