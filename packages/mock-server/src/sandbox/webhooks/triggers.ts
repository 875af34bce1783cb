import { eventExamples } from '../../generated/event-examples.gen.js';
import { isJsonObject } from '../../json/json-object.js';
import { didYouMean, MisuseError, nearest, refuseUnknownName } from '../../option-check.js';
import type { Dialect } from '../dialect.js';
import { activeEndorsements } from '../rules/customer-record.js';
import { type Endorsement, endorsementNames, endorsementViews } from '../rules/endorsements.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { Delivery } from './delivery-queue.js';

/** What an event is about that is sent on demand. */
export interface TriggerOptions {
  /**
   * Id of the customer whose data it shows.
   * @default the made-up one of the spec's example
   */
  readonly customer?: string | undefined;
  /**
   * Values by their path in the event, such as `{ 'data.amount': '5' }`. A path has to lead to something.
   * @default nothing is changed
   */
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  /**
   * The event itself. Its `id` and `createdAt` are made by the sandbox.
   * @default the spec's example
   */
  readonly body?: object | undefined;
}

/** The events that can be sent on demand. */
export interface TriggerableEvents {
  /** An example of each. */
  readonly examples: Readonly<Record<string, object>>;
  /** Says where an event breaks its schema, given as its JSON; undefined when it does not. */
  readonly problemIn: (body: string) => string | undefined;
}

/** Those of the spec this package ships, without anything that checks them. */
export const shippedEvents: TriggerableEvents = { examples: eventExamples, problemIn: () => undefined };

/** Names of the fields of {@link TriggerOptions}. */
export const triggerFields: readonly (keyof TriggerOptions)[] = ['customer', 'set', 'body'];

/**
 * Sends an event to every endpoint that wants it, and returns its deliveries. Throws MisuseError for an unknown event, a path
 * that leads nowhere and a value that breaks the schema, and a 404 for an unknown customer; nothing is sent then.
 */
export function trigger(
  state: SandboxState,
  { examples, problemIn }: TriggerableEvents,
  event: string,
  options: TriggerOptions = {},
): Delivery[] {
  if (typeof options !== 'object' || options === null) throw new MisuseError('options must be an object');
  refuseUnknownName(options, triggerFields, 'an option of trigger');
  const { customer, set = {}, body: given } = options;
  if (customer !== undefined && typeof customer !== 'string')
    throw new MisuseError('customer must be the id of a customer');
  if (given !== undefined && !isFields(given)) throw new MisuseError('body must be an object');
  if (!isFields(set)) throw new MisuseError('set must be an object of values by their paths');
  const own = Object.keys(set).find((path) => ['event', 'eventType', 'id', 'createdAt'].includes(path));
  if (own !== undefined) throw new MisuseError(`${own} is made by the sandbox and cannot be set`);
  const body = inDialect(structuredClone(exampleOf(examples, event, given)) as Fields, state.dialect);
  const now = state.clock.timestamp();
  if (customer !== undefined) fill(body, state, customer);
  Object.assign(body, { id: 'whd_00000000000000000000000000', createdAt: now });
  body['sequence'] ??= 1;
  if (Object.hasOwn(body, 'eventId')) Object.assign(body, { eventId: state.ids.id('evt'), occurredAt: now });
  for (const [path, value] of Object.entries(set)) setAt(body, path, value);
  const problem = problemIn(JSON.stringify(body));
  if (problem !== undefined) throw new MisuseError(problem);
  const { event: _, id: __, createdAt: ___, ...rest } = body;
  if (customer !== undefined && !Object.hasOwn(set, 'sequence'))
    rest['sequence'] = state.customers.countEvent(customer);
  return state.deliveries.emit(event, rest);
}

/** The example of an event, or what is given in place of it. */
function exampleOf(examples: TriggerableEvents['examples'], event: string, given?: object): object {
  const example = Object.hasOwn(examples, event) ? examples[event] : undefined;
  if (example !== undefined) return given ?? example;
  const names = Object.keys(examples);
  if (names.length === 0) throw new MisuseError('event cannot be any: the spec has none');
  const hint = typeof event === 'string' ? didYouMean(event, names) : '';
  throw new MisuseError(`event must be one of ${names.join(', ')}${hint}`);
}

/** An event whose data, if it is an endorsement, is as the dialect has one. */
function inDialect(body: Fields, dialect: Dialect): Fields {
  const { data } = body;
  return isEndorsement(data) ? { ...body, data: endorsementViews([data], dialect)[0] } : body;
}

function isEndorsement(data: unknown): data is Endorsement {
  if (!isFields(data) || !endorsementNames.some((name) => name === data['type'])) return false;
  const { requirements } = data;
  const lists = ['complete', 'pending', 'missing', 'issues'];
  return isFields(requirements) && lists.every((list) => Array.isArray(requirements[list]));
}

/** Puts what is known of a customer in place of what the example says of one. */
function fill({ data }: Fields, state: SandboxState, customerId: string): void {
  const record = state.customers.find(customerId);
  const { id, values } = record;
  if (!isFields(data)) return;
  const isAboutCustomer = data['object'] === 'customer';
  if (isAboutCustomer) data['id'] = id;
  if (Object.hasOwn(data, 'customerId')) data['customerId'] = id;
  const active = activeEndorsements(record, state.clock.nowMs());
  if (isAboutCustomer && Object.hasOwn(data, 'endorsements') && active.length > 0)
    data['endorsements'] = active;
  const [wallet] = state.wallets.of(id);
  if (wallet !== undefined) {
    const known = Object.entries({ ...wallet, walletId: wallet.id });
    const isWallet = data['object'] === 'wallet';
    const names = isWallet
      ? ['id', 'address', 'asset', 'chain', 'createdAt']
      : ['walletId', 'address', 'asset', 'chain'];
    for (const [name, value] of known)
      if (names.includes(name) && Object.hasOwn(data, name)) data[name] = value;
  }
  const name = [values['firstName'], values['lastName']].filter((part) => typeof part === 'string').join(' ');
  if (isFields(data['owner']) && name !== '') data['owner']['name'] = name;
}

function setAt(body: Fields, path: string, value: unknown): void {
  const steps = path.split('.');
  let at: unknown = body;
  for (const [index, step] of steps.entries()) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) throw nowhere(at, steps, index);
    const held: unknown = Reflect.get(at, step);
    // The text of a command line stands for a number or a list where there is one already.
    if (index === steps.length - 1)
      Reflect.set(at, step, typeof value === 'string' && typeof held !== 'string' ? fromText(value) : value);
    at = held;
  }
}

function nowhere(at: unknown, steps: readonly string[], index: number): MisuseError {
  const names = typeof at === 'object' && at !== null ? Object.keys(at) : [];
  const path = steps.slice(0, index + 1).join('.');
  const near = nearest(steps[index] ?? '', names);
  const meant = [...steps.slice(0, index), near].join('.');
  const known = names.length === 0 ? 'nothing is below it' : `known: ${names.join(', ')}`;
  return new MisuseError(
    `the event has no ${path}${near === undefined ? ` (${known})` : `; did you mean ${meant}?`}`,
  );
}

/** An object whose values may be replaced: it is a copy. */
type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return isJsonObject(value);
}

function fromText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
