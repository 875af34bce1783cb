import type { CustomerCreateParams, CustomerUpdateParams } from '@oms-sdk/client';
import type { EndorsementName, EndorsementStatus } from '@oms-sdk/mock-server';
import { modelOf, readSpec } from '../spec.js';

/** What a customer is created or updated with. */
export type Fields = Omit<CustomerCreateParams, 'type'> & CustomerUpdateParams;

/** The decision of a reviewer on an endorsement. */
export interface DecisionModel {
  readonly status: EndorsementStatus;
  readonly reason?: string;
}

/** What decides about an endorsement: a reviewer, the fields while they are checked, or the fields after that. */
type Deciding = DecisionModel | 'checks' | 'fields';

/** What decides about an endorsement until its outcome is due, and from then on. */
interface EndorsementModel {
  readonly meanwhile: Deciding;
  readonly dueMs: number;
  readonly outcome: Deciding;
}

const names: readonly EndorsementName[] = ['basic', 'cryptoCustody', 'usd'];
const personal = ['firstName', 'lastName', 'email', 'phone', 'birthDate', 'nationality', 'signedAgreement'];
const all = [...personal, 'residentialAddress', 'identifyingInformation'];
const { Customer, CustomerCreateRequest } = modelOf(readSpec()).schemas;
/** Fields that have rules of their own. */
const ruled = ['type', 'signedAgreement', 'endorsements', 'metadata'];
/** Fields that are returned as they were sent, whichever the spec has. */
const shown = Object.keys(CustomerCreateRequest?.properties ?? {}).filter(
  (name) => Object.hasOwn(Customer?.properties ?? {}, name) && !ruled.includes(name),
) as (keyof Fields)[];

/** How long checks take. */
export const checkMs = 1000;

/** How long the scenario `delay` lasts. */
export const delayMs = 10_000;

/** How long the outcome of a scenario rule may take, where the rule says so. */
export const afterMs = [0, 500, 5000] as const;

/** Status of an endorsement by the name of a scenario; with `delay` the fields decide after it. */
const scenarios: Readonly<Record<string, EndorsementStatus>> = {
  approve: 'ACTIVE',
  pending: 'PENDING',
  delay: 'PENDING',
  issues: 'ISSUES',
  reject: 'REJECTED',
  revoke: 'REVOKED_ISSUES',
  offboard: 'OFFBOARDED',
};

/** A scenario rule, and the customers it counted. */
export interface ScenarioModel {
  readonly id: string;
  readonly match: { readonly externalId?: string; readonly lastName?: string; readonly nth?: number };
  readonly outcome: string;
  readonly afterMs?: number;
  readonly counted: Set<CustomerModel>;
}

/** An endorsement as the spec has it. */
export interface EndorsementView {
  readonly type: EndorsementName;
  readonly status: EndorsementStatus;
  readonly rejectionReasons: readonly object[];
  readonly requirements: Readonly<Record<string, readonly string[]>>;
}

/** The rules of one customer, written down a second time: from CURATION.md, not from the sandbox. */
export class CustomerModel {
  readonly createdAtMs: number;
  readonly #id: string;
  readonly #rules: readonly ScenarioModel[];
  #rule: ScenarioModel | undefined;
  readonly #updates: Fields[] = [];
  readonly #endorsements = new Map<EndorsementName, EndorsementModel>();
  #status = 'active';
  #signedAtMs: number | undefined;
  #updatedAtMs: number;

  /** `rules` are those of the sandbox at any time, the oldest first. */
  constructor(id: string, fields: Fields, nowMs: number, rules: readonly ScenarioModel[]) {
    this.#id = id;
    this.#rules = rules;
    this.createdAtMs = nowMs;
    this.#updatedAtMs = nowMs;
    this.#apply(fields, fields.endorsements ?? ['cryptoCustody', 'usd'], nowMs);
  }

  get id() {
    return this.#id;
  }

  get isInactive() {
    return this.#status === 'inactive';
  }

  /** Names of the endorsements that are active at a moment. */
  active(ms: number): EndorsementName[] {
    return [...this.#endorsements.keys()].filter((name) => this.#endorsement(name, ms).status === 'ACTIVE');
  }

  /** The value that was last sent for a field. */
  last<Name extends keyof Fields>(name: Name): Fields[Name] | undefined {
    return this.#updates.findLast((fields) => fields[name] !== undefined)?.[name];
  }

  /** False when it would take back a signed agreement; nothing is changed then. */
  update(fields: Fields, nowMs: number): boolean {
    if (this.#signedAtMs !== undefined && fields.signedAgreement === false) return false;
    this.#apply(fields, fields.endorsements ?? [], nowMs);
    this.#updatedAtMs = nowMs;
    return true;
  }

  delete(nowMs: number): void {
    if (!this.isInactive) this.#updatedAtMs = nowMs;
    this.#status = 'inactive';
  }

  decide(name: EndorsementName, decision: DecisionModel, nowMs: number): void {
    this.#endorsements.set(name, { meanwhile: decision, dueMs: nowMs, outcome: decision });
  }

  /** The customer as a response has to show it. */
  view(wallets: readonly object[], nowMs: number) {
    const text = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
    return {
      id: this.#id,
      object: 'customer',
      type: 'individual',
      ...Object.fromEntries(shown.map((name) => [name, this.last(name) ?? null])),
      status: this.#status,
      signedAgreement: this.#signedAtMs !== undefined,
      signedAgreementAt: text(this.#signedAtMs),
      wallets,
      endorsements: [...this.#endorsements.keys()].map((name) => this.#endorsement(name, nowMs)),
      metadata: this.last('metadata') ?? {},
      createdAt: text(this.createdAtMs),
      updatedAt: text(this.#updatedAtMs),
    };
  }

  #apply(fields: Fields, asked: readonly string[], nowMs: number): void {
    const before = new Map(
      [...this.#endorsements.keys()].map((name) => [name, this.#endorsement(name, nowMs)]),
    );
    this.#updates.push(fields);
    if (fields.signedAgreement === true) this.#signedAtMs ??= nowMs;
    const isSteered = fields.metadata?.['omsSandbox'] !== undefined;
    const brought = names.filter((name) => asked.includes(name) || (name === 'basic' && asked.length > 0));
    const evaluated = [...new Set([...before.keys(), ...brought])].filter((name) => {
      const status = before.get(name)?.status;
      const isNamed = fields.endorsements?.includes(name) === true && status !== 'OFFBOARDED';
      const isByFields = status === 'INACTIVE' && typeof this.#deciding(name, nowMs) === 'string';
      return status === undefined || isSteered || isNamed || (isByFields && this.#isReady(name));
    });
    if (evaluated.length === 0) return;
    const scenario = this.#scenario();
    const afterMs = this.#rule?.afterMs;
    for (const name of evaluated) this.#evaluate(name, before.get(name)?.status, scenario, afterMs, nowMs);
  }

  /** What comes of the endorsements: by the latest rule that matches or did, else by metadata, else by a magic value. */
  #scenario(): string | undefined {
    const hits = this.#rules.filter((rule) => this.#isHit(rule) || rule === this.#rule);
    this.#rule = hits.at(-1);
    const metadata = this.#updates.findLast(({ metadata }) => metadata?.['omsSandbox'] !== undefined);
    const held = metadata?.metadata?.['omsSandbox'];
    const magic = /\+oms-([a-z]+)@/.exec(this.last('email') ?? '')?.[1];
    return this.#rule?.outcome ?? (held === 'none' || held === undefined ? magic : String(held));
  }

  #isHit({ match, counted }: ScenarioModel): boolean {
    const { nth, ...texts } = match;
    const fits = Object.entries(texts).every(([name, text]) => this.last(name as keyof Fields) === text);
    if (!fits || nth === undefined) return fits;
    if (counted.has(this) || counted.size >= nth) return false;
    return counted.add(this).size === nth;
  }

  #evaluate(
    name: EndorsementName,
    before: EndorsementStatus | undefined,
    scenario: string | undefined,
    afterMs: number | undefined,
    nowMs: number,
  ): void {
    const status = scenario === undefined ? undefined : scenarios[scenario];
    const checks = status === undefined ? 'checks' : ({ status: 'PENDING' } as const);
    const meanwhile = before === 'ACTIVE' ? this.#deciding(name, nowMs) : checks;
    const outcome = status === undefined ? 'fields' : { status };
    if (scenario === 'delay')
      this.#endorsements.set(name, {
        meanwhile: checks,
        dueMs: nowMs + (afterMs ?? delayMs),
        outcome: 'fields',
      });
    else if (status === 'PENDING') this.decide(name, { status }, nowMs);
    else this.#endorsements.set(name, { meanwhile, dueMs: nowMs + (afterMs ?? checkMs), outcome });
  }

  #deciding(name: EndorsementName, ms: number): Deciding {
    const endorsement = this.#endorsements.get(name);
    if (endorsement === undefined) throw new Error(`The customer has no ${name}.`);
    return ms < endorsement.dueMs ? endorsement.meanwhile : endorsement.outcome;
  }

  #isReady(name: EndorsementName): boolean {
    return (name === 'basic' ? personal : all).every((field) => this.#isComplete(field));
  }

  #isComplete(field: string): boolean {
    if (field === 'signedAgreement') return this.#signedAtMs !== undefined;
    const sent = this.#updates.map((fields) => fields[field as keyof Fields]);
    return sent.some((value) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  }

  #endorsement(type: EndorsementName, ms: number): EndorsementView {
    const deciding = this.#deciding(type, ms);
    const decision = typeof deciding === 'string' ? undefined : deciding;
    const wanted = type === 'basic' ? personal : all;
    const [have, missing] = [
      wanted.filter((field) => this.#isComplete(field)),
      wanted.filter((field) => !this.#isComplete(field)),
    ];
    const granted = deciding === 'checks' ? 'PENDING' : 'ACTIVE';
    const status: EndorsementStatus = decision?.status ?? (missing.length === 0 ? granted : 'INACTIVE');
    const place = status === 'PENDING' ? 'pending' : status.endsWith('ISSUES') ? 'issues' : 'complete';
    const requirements = { complete: [], pending: [], missing, issues: [], [place]: have };
    const reason = decision?.reason ?? 'We could not verify your identity.';
    const why = { developerReason: 'Set by a review decision of the sandbox.', reason };
    return { type, status, rejectionReasons: status === 'REJECTED' ? [why] : [], requirements };
  }
}
