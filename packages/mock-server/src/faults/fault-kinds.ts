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
  latency: { fields: ['latencyMs', 'when'], required: ['latencyMs'] },
  'reset-before': { fields: [] },
  'reset-after': { fields: [] },
  'reset-in-body': { fields: ['afterBytes'] },
  'stalled-body': { fields: ['afterBytes'] },
  'truncated-json': { fields: ['afterBytes'] },
  html: { fields: ['status', 'when'] },
  status: { fields: ['status', 'retryAfter', 'when'], required: ['status'] },
  'rate-limit': { fields: ['retryAfter'] },
  unauthorized: { fields: [] },
  'duplicate-delivery': { fields: ['copies', 'event'] },
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
  operation: textField('an operationId, a method and path such as `POST /customers`, or `any`', isFilled),
  event: textField('the name of an event, such as `customer.endorsement.granted`', isFilled),
  nth: numberField('whole number', 1, most32Bits),
  every: numberField('whole number', 1, most32Bits),
  first: numberField('whole number', 1, most32Bits),
  probability: numberField('number', 0, 1),
  latencyMs: numberField('whole number', 0, most32Bits),
  skewMs: numberField('whole number', -1_000_000_000_000, 1_000_000_000_000),
  afterBytes: numberField('whole number', 0, most32Bits),
  copies: numberField('whole number', 1, 100),
  status: numberField('whole number', 200, 599),
  retryAfter: textField('a number or the text of a header', isHeaderValue),
  when: textField('`before` or `after`', (value) => value === 'before' || value === 'after'),
};
