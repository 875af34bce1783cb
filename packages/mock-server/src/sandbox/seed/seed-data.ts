import { isJsonObject, type JsonObject, safeName } from '../../json/json-object.js';
import { isHttpUrl, isVisible, MisuseError, refuseUnknownName } from '../../option-check.js';
import { bodyFields, bodyProblems } from '../check-shape.js';
import type { GivenDialect } from '../dialect.js';
import { checkReviewDecision, type EndorsementName, type ReviewDecision } from '../rules/endorsements.js';
import { readScenario, type ScenarioRule } from '../rules/scenarios.js';
import { type GivenEndpoint, mostEndpoints } from '../webhooks/webhook-endpoints.js';

/** What a sandbox begins with. */
export interface SeedData {
  /** Customers, or how many are made up: a few of each status of an endorsement. */
  readonly customers?: number | readonly SeedCustomer[];
  /** Webhook endpoints, each with a secret that you choose. */
  readonly webhookEndpoints?: readonly GivenEndpoint[];
  /** Rules, or their texts, for customers to come; those of the data have their `decisions`. */
  readonly scenarios?: readonly (ScenarioRule | string)[];
  /**
   * How a server that begins with the data reads what the documentation leaves open; its own option comes first.
   * @default 'documented'
   */
  readonly dialect?: GivenDialect;
}

/** The body of a `POST /customers`, and what became of the customer since. */
export interface SeedCustomer {
  /** @default 'individual' */
  readonly type?: 'individual';
  /** What was decided about endorsements; without it, their fields decide. */
  readonly decisions?: Readonly<Partial<Record<EndorsementName, ReviewDecision>>>;
  /** Wallets of the customer, who needs `cryptoCustody` before the decisions. */
  readonly wallets?: readonly { readonly asset: string; readonly chain: string }[];
  /** @default 'active' */
  readonly status?: 'active' | 'inactive';
  readonly [field: string]: unknown;
}

/** Where something stands in seed data, such as `['customers', 0, 'birthDate']`. */
export type SeedPath = readonly (string | number)[];

/** Seed data that cannot be used. The message names the place, in a file also its line, and holds no value. */
export class SeedDataError extends MisuseError {
  override readonly name: string = 'SeedDataError';
  readonly path: SeedPath;
  /** Half a sentence that follows the place. */
  readonly problem: string;

  constructor(path: SeedPath, problem: string, source?: string) {
    const place = path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${safeName(step)}`))
      .join('');
    super([source, `${place.replace(/^\./, '') || 'the seed data'} ${problem}`].filter(Boolean).join(': '));
    this.path = path;
    this.problem = problem;
  }
}

/** What is wrong with a body of an operation: where in it, and half a sentence; undefined when nothing is. */
export type CheckSeedBody = (
  operationId: 'createCustomer' | 'createWallet' | 'createWebhookEndpoint',
  body: object,
) => { readonly path: readonly string[]; readonly problem: string } | undefined;

/** What the sandbox itself can say of a body, without a spec. */
export const checkSeedShape: CheckSeedBody = (operationId, body) => {
  const [first] = bodyProblems(operationId, body);
  if (first === undefined) return undefined;
  return { path: first.location.split('.').slice(1), problem: halfSentence(first.message) };
};

/** A sentence such as `Is required.` as it follows a place. */
export function halfSentence(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
}

/** More customers than this make a list that takes long to read. */
const mostCustomers = 10_000;

/** Each customer that is evaluated is held against every rule. */
const mostScenarios = 1000;

/** Fields of a customer in seed data that are not those of a body. */
const ownFields = ['decisions', 'wallets', 'status'];

/** Seed data whose every part can be used. Throws SeedDataError for the first that cannot. */
export function checkSeedData(data: unknown, checkBody: CheckSeedBody): SeedData {
  const known = ['customers', 'webhookEndpoints', 'scenarios', 'dialect'];
  const { customers, webhookEndpoints, scenarios, dialect } = namedFields(data, [], known, 'seed data');
  if (dialect !== undefined)
    throw new SeedDataError(['dialect'], 'is for what a server begins with; a running one has setDialect');
  if (typeof customers === 'number') {
    if (!Number.isInteger(customers) || customers < 0 || customers > mostCustomers)
      throw new SeedDataError(['customers'], `must be a list or a whole number from 0 to ${mostCustomers}`);
  } else
    for (const [index, customer] of listIn(customers, ['customers'], mostCustomers).entries())
      checkCustomer(customer, ['customers', index], checkBody);
  for (const [index, endpoint] of listIn(webhookEndpoints, ['webhookEndpoints'], mostEndpoints).entries())
    checkEndpoint(endpoint, ['webhookEndpoints', index], checkBody);
  for (const [index, rule] of listIn(scenarios, ['scenarios'], mostScenarios).entries())
    refusingAt(['scenarios', index], () => readScenario(rule as ScenarioRule | string));
  return data as SeedData;
}

/** The part of a customer in seed data that is the body of a create. */
export function bodyOf({ decisions: _, wallets: __, status: ___, ...fields }: SeedCustomer): object {
  return { type: 'individual', ...fields };
}

function checkCustomer(customer: unknown, path: SeedPath, checkBody: CheckSeedBody): void {
  const known = [...bodyFields('createCustomer'), ...ownFields];
  const {
    decisions = {},
    wallets,
    status = 'active',
    ...fields
  } = namedFields(customer, path, known, 'a customer');
  if (status !== 'active' && status !== 'inactive')
    throw new SeedDataError([...path, 'status'], 'must be active or inactive');
  refuseBody(checkBody('createCustomer', bodyOf(fields)), path);
  for (const [name, decision] of Object.entries(objectIn(decisions, [...path, 'decisions']))) {
    const place = [...path, 'decisions', name];
    refusingAt(place, () => checkReviewDecision(name, decision as ReviewDecision));
  }
  for (const [index, wallet] of listIn(wallets, [...path, 'wallets'], 100).entries()) {
    const place = [...path, 'wallets', index];
    const body = namedFields(wallet, place, bodyFields('createWallet'), 'a wallet');
    refuseBody(checkBody('createWallet', body), place);
  }
}

function checkEndpoint(endpoint: unknown, path: SeedPath, checkBody: CheckSeedBody): void {
  const known = ['url', 'secret', 'events', 'enabled'];
  const { secret, ...body } = namedFields(endpoint, path, known, 'a webhook endpoint');
  if (!isVisible(secret)) throw new SeedDataError([...path, 'secret'], 'must be a text in visible ASCII');
  refuseBody(checkBody('createWebhookEndpoint', body), path);
  if (!isHttpUrl(String(body['url'])))
    throw new SeedDataError([...path, 'url'], 'must be a URL, http or https');
}

function refuseBody(problem: ReturnType<CheckSeedBody>, above: SeedPath): void {
  if (problem === undefined) return;
  const path = problem.path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  throw new SeedDataError([...above, ...path], problem.problem);
}

/** What a check returns; what it refuses is a mistake in the data. */
export function refusingAt<Value>(path: SeedPath, check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof MisuseError)) throw error;
    throw new SeedDataError(path, `cannot be used: ${error.message}`);
  }
}

/** The fields of an object that has no others than the known ones. */
function namedFields(value: unknown, path: SeedPath, known: readonly string[], kind: string) {
  const fields = objectIn(value, path);
  const [name = ''] = Object.keys(fields).filter((key) => fields[key] !== undefined && !known.includes(key));
  refusingAt([...path, name], () => refuseUnknownName(fields, known, `a field of ${kind}`));
  return fields;
}

function objectIn(value: unknown, path: SeedPath): JsonObject {
  if (isJsonObject(value)) return value;
  throw new SeedDataError(path, 'must be an object');
}

function listIn(value: unknown, path: SeedPath, most: number): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.length <= most) return value;
  throw new SeedDataError(path, `must be a list of at most ${most}`);
}
