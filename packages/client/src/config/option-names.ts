import { printable } from '../errors/oms-error.js';
import type {
  ClientOptions,
  OverridableOptions,
  RequestOptions,
  UntypedInit,
  WaitOptions,
} from '../options.js';
import { type ArgumentErrorClass, isPlainObject, shapeOf } from '../request/check-value.js';

/** Names as properties; the compiler asks for each. */
type NamesOf<Options> = Readonly<Record<keyof Options, 1>>;

/** What `withOptions` of a client takes. */
export const overridableOptionNames: NamesOf<OverridableOptions> = {
  timeoutMs: 1,
  deadlineMs: 1,
  maxRetries: 1,
  headers: 1,
  middleware: 1,
  waitUntil: 1,
};

/** What a client takes. */
export const clientOptionNames: NamesOf<ClientOptions> = {
  ...overridableOptionNames,
  apiKey: 1,
  apiSecret: 1,
  token: 1,
  tokenStore: 1,
  environment: 1,
  baseUrl: 1,
  maxResponseBytes: 1,
  logger: 1,
  onContractDrift: 1,
  fetch: 1,
  dangerouslyAllowBrowser: 1,
  allowHttp: 1,
};

/** What a call takes. */
export const requestOptionNames: NamesOf<RequestOptions> = {
  ...overridableOptionNames,
  signal: 1,
  idempotencyKey: 1,
};

/** What `request` of a client takes: a call and its options in one object. */
export const requestInitNames: NamesOf<RequestOptions & UntypedInit> = {
  params: 1,
  body: 1,
  ...requestOptionNames,
};

/** What waiting takes. */
export const waitOptionNames: NamesOf<WaitOptions> = { timeoutMs: 1, signal: 1 };

/** Less than this share of letters in common is chance. */
const leastLikeness = 0.5;

/**
 * Refuses an option that does not exist: misspelt, it would silently have no effect. The names that exist are the
 * properties of `known`; `null` and `undefined` are no options, and neither is the index that `ids.map(get)` passes.
 */
export function checkNames(ErrorClass: ArgumentErrorClass, options: unknown, known: object): void {
  if (options == null || typeof options === 'number') return;
  if (!isPlainObject(options)) {
    throw new ErrorClass('options', `options must be a plain object; got ${shapeOf(options)}.`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || Object.hasOwn(known, name)) continue;
    const names = Object.keys(known);
    const likest = names.sort((a, b) => likeness(name, b) - likeness(name, a))[0] ?? '';
    const hint =
      likeness(name, likest) < leastLikeness
        ? `the options are ${names.join(', ')}`
        : `did you mean ${likest}?`;
    throw new ErrorClass(printable(name, 40), `${printable(name, 40)} is not an option; ${hint}`);
  }
}

/** The share of pairs of letters that two names have in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const shared = [...a].filter((_, index) => b.includes(a.slice(index, index + 2)));
  return shared.length / Math.max(a.length, b.length);
}
