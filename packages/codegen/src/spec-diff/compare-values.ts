import { type JsonNode, listOf, same } from '../model/json-node.js';
import { breaking, compatible, type Difference, type Direction, narrower, wider } from './change.js';

const allTypes = ['null', 'boolean', 'string', 'number', 'object', 'array'];

/** Which types and which of their values are allowed: `type`, `enum`, `const` and `x-oms-open-enum`. */
export function compareValues(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  return [
    ...compareTypes(before, after, direction),
    ...compareEnums(before, after, direction),
    ...compareOpenness(before, after, direction),
    ...compareConstants(before, after, direction),
  ];
}

function compareTypes(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  const [old, now] = [typesOf(before), typesOf(after)];
  const gone = old.filter((type) => !takes(now, type));
  const added = now.filter((type) => !takes(old, type));
  if (gone.length > 0 && added.length > 0)
    return [breaking(`is ${words(after, now)} instead of ${words(before, old)}`)];
  if (same(added, ['null'])) return [wider(direction, 'may be null now')];
  if (same(gone, ['null']))
    return [narrower(direction, direction === 'sent' ? 'must no longer be null' : 'is never null now')];
  if (added.length > 0) return [wider(direction, `may also be ${added.join(' or ')}`)];
  if (gone.length > 0) return [narrower(direction, `is ${words(after, now)} only`)];
  return [];
}

const typesOf = ({ type }: JsonNode): string[] =>
  type === undefined ? allTypes : (Array.isArray(type) ? type : [type]).map(String);

const takes = (types: readonly string[], type: string): boolean =>
  types.includes(type) || (type === 'integer' && types.includes('number'));

const words = ({ type }: JsonNode, types: readonly string[]): string =>
  type === undefined ? 'of any type' : types.join(' or ');

function compareEnums(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  const [old, now] = [before['enum'], after['enum']];
  if (old === undefined && now === undefined) return [];
  if (old === undefined) return [narrower(direction, `is one of ${list(listOf(now))} only`)];
  if (now === undefined) return [wider(direction, 'is no longer limited to a list of values')];
  // A null in an enum goes along with the type, which says it already.
  const known = (value: unknown, values: unknown) => value === null || listOf(values).includes(value);
  const added = listOf(now).filter((value) => !known(value, old));
  const gone = listOf(old).filter((value) => !known(value, now));
  const isExpected = direction === 'received' && before['x-oms-open-enum'] === true;
  const message = `may also be ${list(added)}`;
  return [
    ...(added.length === 0 ? [] : [isExpected ? compatible(message) : wider(direction, message)]),
    ...(gone.length === 0 ? [] : [narrower(direction, `is no longer ${list(gone)}`)]),
  ];
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

function compareConstants(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  const [old, now] = [before['const'], after['const']];
  if (same(old, now)) return [];
  if (old === undefined) return [narrower(direction, `is always ${list([now])}`)];
  if (now === undefined) return [wider(direction, `is no longer always ${list([old])}`)];
  return [breaking(`is ${list([now])} instead of ${list([old])}`)];
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
    const [old, now] = [before[keyword], after[keyword]];
    if (same(old, now)) return [];
    const limit = limits[keyword];
    if (limit !== undefined) return [compareLimit(limit, old, now, direction)];
    return keyword === 'uniqueItems'
      ? compareUnique(now, direction)
      : [compareForm(keyword, old, now, direction)];
  });
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
