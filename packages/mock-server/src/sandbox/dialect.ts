import { isJsonObject, type JsonObject } from '../json/json-object.js';
import { didYouMean, MisuseError, nameAndValue, refuseUnknownName } from '../option-check.js';

/** Sets of readings that belong together: that of the spec, and what two other sources say of the same places. */
export const dialectPresets = ['documented', 'v0.11', 'precedent'] as const;

/** One of {@link dialectPresets}. */
export type DialectPreset = (typeof dialectPresets)[number];

type Value = string | number;

/** What no page of the API settles, and how it may be read. */
interface Switch {
  /** The first is the reading of the spec. */
  readonly values: readonly [Value, ...Value[]];
  /** Where a preset reads it in another way. */
  readonly presets: Readonly<Partial<Record<DialectPreset, Value>>>;
  /** The section of CURATION.md that has the sources. */
  readonly section: string;
}

/** Every switch of a dialect: what it may say, what each preset says, and where its sources are. */
export const dialectSwitches = {
  /** The property that names an endorsement. */
  endorsementName: {
    values: ['type', 'name', 'both'],
    presets: { 'v0.11': 'name', precedent: 'name' },
    section: 'endorsement-name-field',
  },
  /** What stands in the lists of `requirements`: names of request fields, codes made of them, or the codes of the precedent. */
  requirements: {
    values: ['fields', 'codes', 'precedent'],
    presets: { precedent: 'precedent' },
    section: 'requirement-codes',
  },
  /** The status for a body that can be read and is not valid. */
  invalidBody: {
    values: [422, 400],
    presets: { precedent: 400 },
    section: 'validation-status',
  },
  /** The shape of error bodies, see below. */
  errors: {
    values: ['details', 'code', 'error', 'source', 'info'],
    presets: { 'v0.11': 'code', precedent: 'source' },
    section: 'error-body',
  },
  /** How long an idempotency key counts. After 24 hours its write is executed again, or refused with 422. */
  idempotencyKeys: {
    values: ['forever', '24h', '24h-refused'],
    presets: { precedent: '24h-refused' },
    section: 'idempotency-responses',
  },
  /** The status for another write under an idempotency key that was used. */
  idempotencyConflict: {
    values: [409, 400],
    presets: { precedent: 400 },
    section: 'idempotency-responses',
  },
  /** The property of a list that holds the position of its next page. */
  cursor: {
    values: ['cursor', 'nextCursor'],
    presets: {},
    section: 'list-parameters-and-cursor',
  },
  /** The events that the sandbox sends by itself, see below. */
  events: {
    values: ['v0.9', 'v0.11'],
    presets: { 'v0.11': 'v0.11' },
    section: 'event-names',
  },
} as const satisfies Readonly<Record<string, Switch>>;

type Switched = {
  readonly [Name in keyof typeof dialectSwitches]: (typeof dialectSwitches)[Name]['values'][number];
};

/** How the sandbox reads the API: a value for every switch, and the preset that they began with. */
export interface Dialect extends Switched {
  readonly preset: DialectPreset;
}

/** A preset, `documented` unless it is named, and switches that say something else than it does. */
export type DialectOptions = Partial<Dialect>;

/** A dialect by its preset, as an object, or as a text such as `precedent, errors=details`. */
export type GivenDialect = DialectPreset | DialectOptions | `${string}${',' | '='}${string}`;

const switches: readonly (readonly [string, Switch])[] = Object.entries(dialectSwitches);

/** The dialect that is asked for. Throws MisuseError for one that there is not. */
export function readDialect(given: GivenDialect = 'documented'): Dialect {
  const options: unknown = typeof given === 'string' ? parseDialect(given) : given;
  if (!isJsonObject(options))
    throw new MisuseError(
      "a dialect must be a preset, an object of switches, or a text such as 'v0.11, errors=info'",
    );
  const { preset = 'documented', ...set } = options;
  const known = dialectPresets.find((name) => name === preset);
  if (known === undefined) throw unknownPreset(preset);
  refuseUnknownName(set, Object.keys(dialectSwitches), 'a switch of a dialect');
  const chosen = switches.map(([name, row]) => [name, chosenValue(name, row, known, set[name])]);
  // The table has a row for each switch, and each value is one of its row.
  return { preset: known, ...(Object.fromEntries(chosen) as unknown as Switched) };
}

function chosenValue(
  name: string,
  { values, presets }: Switch,
  preset: DialectPreset,
  given: unknown,
): Value {
  if (given === undefined) return presets[preset] ?? values[0];
  const texts = values.map(String);
  const value = values[texts.indexOf(typeof given === 'number' ? String(given) : (given as string))];
  if (value === undefined) {
    const near = typeof given === 'string' ? didYouMean(given, texts) : '';
    throw new MisuseError(`${name} must be one of ${texts.join(', ')}${near}`);
  }
  // What is borrowed must not be taken for a reading of OMS.
  if (value === 'precedent' && preset !== 'precedent')
    throw new MisuseError(
      `${name}=precedent is part of the dialect precedent alone; write precedent, ${name}=precedent`,
    );
  return value;
}

/** Reads `preset, switch=value, …`; the preset may be left out. */
function parseDialect(text: string): JsonObject {
  const [first = '', ...rest] = text.split(',').map((part) => part.trim());
  const isPreset = !first.includes('=');
  const pairs = (isPreset ? rest : [first, ...rest]).map(switchIn);
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new MisuseError(`${twice} is given twice`);
  if (names.includes('preset')) throw new MisuseError('a preset stands at the beginning, without a name');
  return { ...(isPreset && { preset: first }), ...Object.fromEntries(pairs) };
}

function switchIn(part: string): [name: string, value: string] {
  const [name, value] = nameAndValue(part);
  if (value !== undefined) return [name, value];
  throw new MisuseError(`a switch of a dialect needs a value, as in errors=code${meantSwitch(part)}`);
}

function unknownPreset(given: unknown): MisuseError {
  const hint = typeof given === 'string' ? didYouMean(given, dialectPresets) || meantSwitch(given) : '';
  return new MisuseError(`the preset of a dialect must be one of ${dialectPresets.join(', ')}${hint}`);
}

/** Of a value without its switch, or the reverse, how to write it. */
function meantSwitch(text: string): string {
  const meant = switches.flatMap(([name, { values }]) => {
    if (name.toLowerCase() === text.toLowerCase()) return [`${name}=${values[1]}`];
    return values.some((value) => value === text) ? [`${name}=${text}`] : [];
  });
  return meant[0] === undefined ? '' : `; did you mean ${meant[0]}?`;
}

/** Names of the lists in the spec. */
const lists = ['CustomerList', 'WalletList', 'WebhookEndpointList'];

/** What an error body has in the place of the properties of the spec. */
const errorProperties: Readonly<Record<Dialect['errors'], JsonObject>> = {
  details: {},
  code: { requestId: null, details: null },
  error: { code: null, message: null, requestId: null, details: null, error: { type: 'string' } },
  source: {
    requestId: null,
    details: null,
    source: {
      type: 'object',
      required: ['location', 'key'],
      properties: { location: { enum: ['path', 'query', 'body', 'header'] }, key: { type: 'string' } },
    },
  },
  info: {
    code: null,
    requestId: null,
    details: null,
    error: { const: true },
    info: { type: 'object', additionalProperties: true },
  },
};

/**
 * What the spec says otherwise in a dialect, as a merge patch (RFC 7396): its responses are checked against that. What the
 * spec leaves open, such as codes, or declares for both readings, is not in it.
 */
export function specChanges({ errors, cursor }: Dialect): JsonObject {
  const renamed = { properties: { cursor: null, nextCursor: { type: ['string', 'null'] } } };
  const schemas = {
    ...(errors !== 'details' && { ApiErrorBody: { properties: errorProperties[errors] } }),
    ...(cursor === 'nextCursor' && Object.fromEntries(lists.map((name) => [name, renamed]))),
  };
  return Object.keys(schemas).length === 0 ? {} : { components: { schemas } };
}
