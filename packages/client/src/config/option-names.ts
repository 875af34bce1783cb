import type {
  ClientOptions,
  OverridableOptions,
  RequestOptions,
  UntypedInit,
  WaitOptions,
} from '../options.js';

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
