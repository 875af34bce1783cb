import { type JsonNode, listOf, same } from '../model/json-node.js';
import { breaking, compatible, type Difference, type Direction, narrower, wider } from './change.js';

const allTypes = ['null', 'boolean', 'string', 'number', 'object', 'array'];

/** Which types and which of their values are allowed: `type`, `enum`, `const` and `x-oms-open-enum`. */
export function compareValues(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  return [
    ...compareTypes(before, after, direction),
    ...compareAllowed(before, after, direction),
    ...compareOpenness(before, after, direction),
  ];
}

function compareTypes(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  const [old, now] = [typesOf(before), typesOf(after)];
  const gone = old.filter((type) => !takes(now, type));
  const added = now.filter((type) => !takes(old, type));
  if (gone.length > 0 && added.length > 0) return [breaking(`is ${words(now)} instead of ${words(old)}`)];
  if (same(added, ['null'])) return [wider(direction, 'may be null now')];
  if (same(gone, ['null']))
    return [narrower(direction, direction === 'sent' ? 'must no longer be null' : 'is never null now')];
  if (added.length > 0) return [wider(direction, `may also be ${added.join(' or ')}`)];
  if (gone.length > 0) return [narrower(direction, `is ${words(now)} only`)];
  return [];
}

/** The types that are allowed; with a closed list of values, those of its values. */
function typesOf(schema: JsonNode): string[] {
  const { type } = schema;
  const types = type === undefined ? allTypes : [type].flat().map(String);
  const values = valuesOf(schema);
  if (values === undefined || schema['x-oms-open-enum'] === true) return types;
  const used = new Set(values.map(typeOf));
  return types.filter((name) => used.has(name === 'integer' ? 'number' : name));
}

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const takes = (types: readonly string[], type: string): boolean =>
  types.includes(type) || (type === 'integer' && types.includes('number'));

const words = (types: readonly string[]): string => (types === allTypes ? 'of any type' : types.join(' or '));

function compareAllowed(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  if (old === undefined && now === undefined) return [];
  if (old === undefined) {
    const isOne = after['const'] !== undefined;
    return [
      narrower(direction, isOne ? `is always ${list(now ?? [])}` : `is one of ${list(now ?? [])} only`),
    ];
  }
  if (now === undefined) {
    const isOne = before['const'] !== undefined;
    return [
      wider(
        direction,
        isOne ? `is no longer always ${list(old)}` : 'is no longer limited to a list of values',
      ),
    ];
  }
  // A null among the values goes along with the types, which say it already.
  const isMissing = (values: readonly unknown[]) => (value: unknown) =>
    value !== null && !values.some((one) => same(one, value));
  const [added, gone] = [now.filter(isMissing(old)), old.filter(isMissing(now))];
  if (before['const'] !== undefined && after['const'] !== undefined && added.length > 0)
    return [breaking(`is ${list(now)} instead of ${list(old)}`)];
  const isExpected = direction === 'received' && before['x-oms-open-enum'] === true;
  const message = `may also be ${list(added)}`;
  return [
    ...(added.length === 0 ? [] : [isExpected ? compatible(message) : wider(direction, message)]),
    ...(gone.length === 0 ? [] : [narrower(direction, `is no longer ${list(gone)}`)]),
  ];
}

/** The values of an `enum`; a `const` is one of one. */
function valuesOf({ const: only, enum: values }: JsonNode): readonly unknown[] | undefined {
  if (only !== undefined) return [only];
  return values === undefined ? undefined : listOf(values);
}

function compareOpenness(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  const [old, now] = [before['x-oms-open-enum'] === true, after['x-oms-open-enum'] === true];
  if (old === now || before['enum'] === undefined || after['enum'] === undefined) return [];
  return [
    now
      ? wider(direction, 'may also be a value that is not listed')
      : narrower(direction, 'is one of the listed values only'),
  ];
}

const list = (values: readonly unknown[]): string =>
  values.map((value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``).join(', ');

/** Keywords that set a limit, with the words around its number and which way is stricter. */
const limits: Readonly<Record<string, { readonly words: string; readonly isUpper: boolean }>> = {
  maximum: { words: 'at most #', isUpper: true },
  exclusiveMaximum: { words: 'less than #', isUpper: true },
  maxLength: { words: 'at most # characters', isUpper: true },
  maxItems: { words: 'at most # entries', isUpper: true },
  maxProperties: { words: 'at most # properties', isUpper: true },
  minimum: { words: 'at least #', isUpper: false },
  exclusiveMinimum: { words: 'more than #', isUpper: false },
  minLength: { words: 'at least # characters', isUpper: false },
  minItems: { words: 'at least # entries', isUpper: false },
  minProperties: { words: 'at least # properties', isUpper: false },
};

/** Keywords whose values cannot be ranked as stricter or looser. */
const forms: Readonly<Record<string, string>> = {
  pattern: 'the pattern',
  format: 'the format',
  multipleOf: 'the factor',
};

/** The keywords that this module compares. */
export const limitKeywords: readonly string[] = [
  ...Object.keys(limits),
  ...Object.keys(forms),
  'uniqueItems',
];

/** How long, large, many and of which form values are. */
export function compareLimits(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  return limitKeywords.flatMap((keyword) => {
    const [old, now] = [before, after].map((schema) => limiting(schema[keyword], keyword));
    if (same(old, now)) return [];
    const limit = limits[keyword];
    if (limit !== undefined) return [compareLimit(limit, old, now, direction)];
    return keyword === 'uniqueItems'
      ? compareUnique(now, direction)
      : [compareForm(keyword, old, now, direction)];
  });
}

/** The value of a keyword; undefined for one that excludes nothing. */
function limiting(value: unknown, keyword: string): unknown {
  const excludesNothing = keyword === 'uniqueItems' ? value === false : /^min./.test(keyword) && value === 0;
  return excludesNothing && keyword !== 'minimum' ? undefined : value;
}

function compareLimit(
  { words, isUpper }: { words: string; isUpper: boolean },
  old: unknown,
  now: unknown,
  direction: Direction,
): Difference {
  const phrase = (value: unknown) => words.replace('#', String(value));
  if (now === undefined) return wider(direction, `is no longer limited to ${phrase(old)}`);
  const isStricter = old === undefined || (isUpper ? Number(now) < Number(old) : Number(now) > Number(old));
  const message = `is ${phrase(now)}${old === undefined ? ', without such a limit before' : `, before: ${phrase(old)}`}`;
  return isStricter ? narrower(direction, message) : wider(direction, message);
}

function compareForm(keyword: string, old: unknown, now: unknown, direction: Direction): Difference {
  const form = (value: unknown) => `${forms[keyword]} \`${value}\``;
  if (old === undefined) return narrower(direction, `now has ${form(now)}`);
  if (now === undefined) return wider(direction, `no longer has ${form(old)}`);
  return breaking(`has ${form(now)} instead of \`${old}\``);
}

function compareUnique(now: unknown, direction: Direction): Difference[] {
  return now === true
    ? [narrower(direction, 'contains no duplicate entries')]
    : [wider(direction, 'may contain duplicate entries')];
}
