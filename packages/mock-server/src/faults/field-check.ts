/** What the value of a field has to be. */
export interface FieldCheck {
  /** Completes `it must be`. */
  readonly says: string;
  readonly accepts: (value: unknown) => boolean;
  /** Gives the value that a text stands for; what is not accepted afterwards was the wrong text. */
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
