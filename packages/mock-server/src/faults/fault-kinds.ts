import type { FaultKind } from './fault-rule.js';

/** What belongs to one kind of fault. */
interface KindEntry {
  /** Fields of its own, the one that `kind=value` sets first. */
  readonly fields: readonly string[];
  /** Fields that cannot be left out. */
  readonly required?: readonly string[];
}

/** Every kind of fault with its fields. */
export const faultKinds: Readonly<Record<FaultKind, KindEntry>> = {
  /** The response is delayed; several delays add up. */
  latency: { fields: ['latencyMs', 'when'], required: ['latencyMs'] },
  /** The connection is reset, and nothing was carried out. */
  'reset-before': { fields: [] },
  /** The request is carried out; then the connection is reset and the response is lost. */
  'reset-after': { fields: [] },
  /** Status and headers arrive, then that many bytes of the body, then a reset. */
  'reset-in-body': { fields: ['afterBytes'] },
  /** Status and headers arrive, then that many bytes of the body; then nothing more, and the connection stays open. */
  'stalled-body': { fields: ['afterBytes'] },
  /** A complete response whose JSON ends too early. */
  'truncated-json': { fields: ['afterBytes'] },
  /** An HTML page as from a gateway, with status 502 unless set. */
  html: { fields: ['status', 'when'] },
  /** Any status from 200 to 599, with the error body of the API. */
  status: { fields: ['status', 'retryAfter', 'when'], required: ['status'] },
  /** 429 with any `Retry-After`, `1` unless set: seconds, a date or nonsense. */
  'rate-limit': { fields: ['retryAfter'] },
  /** 401 as for an expired token; once unless the rule says how often. Skips operations that need no credentials. */
  unauthorized: { fields: [] },
  /** A webhook arrives once more, or `copies` times more, byte for byte the same; sandbox only. */
  'duplicate-delivery': { fields: ['copies', 'event'] },
  /** The server's clock is ahead or behind: `Date`, timestamps, tokens. Without conditions, also the time that signs webhooks. */
  'clock-skew': { fields: ['skewMs'], required: ['skewMs'] },
};

/** How a rule says which of the calls it is about it hits; at most one of them is given. */
export const countFields = ['nth', 'every', 'first'] as const;

/** The fields with which a rule of this kind is narrowed. */
export function selectionFields(kind: FaultKind): readonly string[] {
  const common = [...countFields, 'probability'];
  return kind === 'duplicate-delivery' ? common : ['operation', ...common];
}

/** Whether this is the name of a kind. */
export function isFaultKind(name: unknown): name is FaultKind {
  return typeof name === 'string' && Object.hasOwn(faultKinds, name);
}

/** What the value of a field has to be. */
interface FieldCheck {
  /** Completes `it must be`. */
  readonly says: string;
  readonly accepts: (value: unknown) => boolean;
  /** The value that a text stands for; if it is not accepted, the text was wrong. */
  readonly fromText: (text: string) => unknown;
}

const most32Bits = 2_147_483_647;

/** A number with a range. */
function numberField(kind: 'whole number' | 'number', least: number, most: number): FieldCheck {
  const isKind = kind === 'whole number' ? Number.isInteger : Number.isFinite;
  return {
    says: `a ${kind} from ${least} to ${most}`,
    accepts: (value) => typeof value === 'number' && isKind(value) && value >= least && value <= most,
    fromText: (text) => (/^-?[0-9]+(?:\.[0-9]+)?$/.test(text) ? Number(text) : text),
  };
}

function textField(says: string, accepts: (value: unknown) => boolean): FieldCheck {
  return { says, accepts, fromText: (text) => text };
}

const isFilled = (value: unknown) => typeof value === 'string' && value !== '';
const isHeaderValue = (value: unknown) =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);

/** Every field a rule can have besides `kind`. */
export const fieldChecks: Readonly<Record<string, FieldCheck>> = {
  /**
   * Which calls the rule is about.
   * @default any
   */
  operation: textField('an operationId, a method and path such as `POST /customers`, or `any`', isFilled),
  /**
   * Which deliveries the rule is about.
   * @default every event
   */
  event: textField('the name of an event, such as `customer.endorsement.granted`', isFilled),
  /** Only the nth call that the rule is about, counted from 1. */
  nth: numberField('whole number', 1, most32Bits),
  /** Every nth call. */
  every: numberField('whole number', 1, most32Bits),
  /** The first n calls. */
  first: numberField('whole number', 1, most32Bits),
  /**
   * The share of calls, drawn from the server's seed: the same calls in every run.
   * @default 1
   */
  probability: numberField('number', 0, 1),
  /** The delay, in milliseconds. */
  latencyMs: numberField('whole number', 0, most32Bits),
  /** How far the clock is ahead, in milliseconds; negative when it is behind. */
  skewMs: numberField('whole number', -1_000_000_000_000, 1_000_000_000_000),
  /**
   * How many bytes of the body arrive; at most all but the last.
   * @default half of the body
   */
  afterBytes: numberField('whole number', 0, most32Bits),
  /**
   * How often the delivery comes on top of the first time.
   * @default 1
   */
  copies: numberField('whole number', 1, 100),
  /**
   * The status of the response.
   * @default 502 for `html`
   */
  status: numberField('whole number', 200, 599),
  /**
   * The `Retry-After` header.
   * @default 1 for `rate-limit`
   */
  retryAfter: textField('a number or the text of a header', isHeaderValue),
  /**
   * Whether the request is carried out first.
   * @default before
   */
  when: textField('`before` or `after`', (value) => value === 'before' || value === 'after'),
};
