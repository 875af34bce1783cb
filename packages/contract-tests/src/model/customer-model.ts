import type { CustomerCreateParams, CustomerUpdateParams } from '@oms-sdk/client';
import type { EndorsementName, EndorsementStatus } from '@oms-sdk/mock-server';

/** What a customer is created or updated with. */
export type Fields = Omit<CustomerCreateParams, 'type'> & CustomerUpdateParams;

/** The decision of a reviewer on an endorsement. */
export interface DecisionModel {
  readonly status: EndorsementStatus;
  readonly reason?: string;
}

const names: readonly EndorsementName[] = ['basic', 'cryptoCustody', 'usd'];
const personal = ['firstName', 'lastName', 'email', 'phone', 'birthDate', 'nationality', 'signedAgreement'];
const all = [...personal, 'residentialAddress', 'identifyingInformation'];
const shown = ['firstName', 'middleName', 'lastName', 'email', 'phone', 'nationality', 'externalId'] as const;
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
  readonly #endorsements = new Map<EndorsementName, DecisionModel | undefined>();
  #status = 'active';
  #signedAtMs: number | undefined;
  #updatedAtMs: number;

  constructor(id: string, fields: Fields, nowMs: number) {
    this.#id = id;
    this.createdAtMs = nowMs;
    this.#updatedAtMs = nowMs;
    this.#ask(fields.endorsements ?? ['cryptoCustody', 'usd']);
    this.#apply(fields, nowMs);
  }

  get id() {
    return this.#id;
  }

  get isInactive() {
    return this.#status === 'inactive';
  }

  /** Names of the endorsements that are active. */
  get active(): EndorsementName[] {
    return [...this.#endorsements.keys()].filter((name) => this.#endorsement(name).status === 'ACTIVE');
  }

  /** The value that was last sent for a field. */
  last<Name extends keyof Fields>(name: Name): Fields[Name] | undefined {
    return this.#updates.findLast((fields) => fields[name] !== undefined)?.[name];
  }

  /** False when it would take back a signed agreement; nothing is changed then. */
  update(fields: Fields, nowMs: number): boolean {
    if (this.#signedAtMs !== undefined && fields.signedAgreement === false) return false;
    this.#ask(fields.endorsements ?? []);
    for (const name of fields.endorsements ?? []) this.#endorsements.set(name, undefined);
    this.#apply(fields, nowMs);
    this.#updatedAtMs = nowMs;
    return true;
  }

  delete(nowMs: number): void {
    if (!this.isInactive) this.#updatedAtMs = nowMs;
    this.#status = 'inactive';
  }

  decide(name: EndorsementName, decision: DecisionModel): void {
    this.#endorsements.set(name, decision);
  }

  /** The customer as a response has to show it. */
  view(wallets: readonly object[]): object {
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
      endorsements: [...this.#endorsements.keys()].map((name) => this.#endorsement(name)),
      metadata: this.last('metadata') ?? {},
      createdAt: text(this.createdAtMs),
      updatedAt: text(this.#updatedAtMs),
    };
  }

  #ask(asked: readonly string[]): void {
    const wanted = names.filter((name) => asked.includes(name) || (name === 'basic' && asked.length > 0));
    for (const name of wanted) if (!this.#endorsements.has(name)) this.#endorsements.set(name, undefined);
  }

  #apply(fields: Fields, nowMs: number): void {
    this.#updates.push(fields);
    if (fields.signedAgreement === true) this.#signedAtMs ??= nowMs;
    const status = scenarios[String(fields.metadata?.['omsSandbox'])];
    if (status === undefined) return;
    for (const name of this.#endorsements.keys()) this.#endorsements.set(name, { status });
  }

  #isComplete(field: string): boolean {
    if (field === 'signedAgreement') return this.#signedAtMs !== undefined;
    const sent = this.#updates.map((fields) => fields[field as keyof Fields]);
    return sent.some((value) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  }

  #endorsement(type: EndorsementName) {
    const decision = this.#endorsements.get(type);
    const wanted = type === 'basic' ? personal : all;
    const [have, missing] = [
      wanted.filter((field) => this.#isComplete(field)),
      wanted.filter((field) => !this.#isComplete(field)),
    ];
    const status = decision?.status ?? (missing.length === 0 ? 'ACTIVE' : 'INACTIVE');
    const place = status === 'PENDING' ? 'pending' : status.endsWith('ISSUES') ? 'issues' : 'complete';
    const requirements = { complete: [], pending: [], missing, issues: [], [place]: have };
    const reason = decision?.reason ?? 'We could not verify your identity.';
    const why = { developerReason: 'Set by a review decision of the sandbox.', reason };
    return { type, status, rejectionReasons: status === 'REJECTED' ? [why] : [], requirements };
  }
}
