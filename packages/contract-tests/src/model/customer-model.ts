import type { CustomerCreateParams, CustomerUpdateParams } from '@oms-sdk/client';
import type { EndorsementName, EndorsementStatus } from '@oms-sdk/mock-server';

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
const shown = ['firstName', 'middleName', 'lastName', 'email', 'phone', 'nationality', 'externalId'] as const;
/** How long checks take. */
export const checkMs = 1000;

const scenarios: Readonly<Record<string, EndorsementStatus>> = {
  pending: 'PENDING',
  issues: 'ISSUES',
  reject: 'REJECTED',
};

/** The rules of one customer, written down a second time: from CURATION.md, not from the sandbox. */
export class CustomerModel {
  readonly createdAtMs: number;
  readonly #id: string;
  readonly #updates: Fields[] = [];
  readonly #endorsements = new Map<EndorsementName, EndorsementModel>();
  #status = 'active';
  #signedAtMs: number | undefined;
  #updatedAtMs: number;

  constructor(id: string, fields: Fields, nowMs: number) {
    this.#id = id;
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
  view(wallets: readonly object[], nowMs: number): object {
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
    const isSteered = scenarioIn(fields.metadata) !== undefined;
    const brought = names.filter((name) => asked.includes(name) || (name === 'basic' && asked.length > 0));
    for (const name of new Set([...before.keys(), ...brought])) {
      const status = before.get(name)?.status;
      const isNamed = fields.endorsements?.includes(name) === true && status !== 'OFFBOARDED';
      if (status === undefined || isSteered || isNamed) this.#evaluate(name, status, nowMs);
      else if (
        status === 'INACTIVE' &&
        typeof this.#deciding(name, nowMs) === 'string' &&
        this.#isReady(name)
      )
        this.#endorsements.set(name, { meanwhile: 'checks', dueMs: nowMs + checkMs, outcome: 'fields' });
    }
  }

  #evaluate(name: EndorsementName, before: EndorsementStatus | undefined, nowMs: number): void {
    const status = scenarioIn(this.last('metadata'));
    const isDecided = status === 'PENDING';
    const checks = status === undefined ? 'checks' : ({ status: 'PENDING' } as const);
    const meanwhile = before === 'ACTIVE' ? this.#deciding(name, nowMs) : checks;
    const outcome = status === undefined ? 'fields' : { status };
    const dueMs = nowMs + checkMs;
    if (isDecided) this.decide(name, { status }, nowMs);
    else this.#endorsements.set(name, { meanwhile, dueMs, outcome });
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

  #endorsement(type: EndorsementName, ms: number) {
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

function scenarioIn(metadata: Fields['metadata']): EndorsementStatus | undefined {
  return scenarios[String(metadata?.['omsSandbox'])];
}
