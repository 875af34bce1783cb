import { breaking, type Direction, narrower, type Ruling, wider } from './change.js';
import { type JsonNode, same } from './json-node.js';

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
export function compareLimits(before: JsonNode, after: JsonNode, direction: Direction): Ruling[] {
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
): Ruling {
  const phrase = (value: unknown) => words.replace('#', String(value));
  if (now === undefined) return wider(direction, `is no longer limited to ${phrase(old)}`);
  const isStricter = old === undefined || (isUpper ? Number(now) < Number(old) : Number(now) > Number(old));
  const message = `is ${phrase(now)}${old === undefined ? ', without such a limit before' : `, before: ${phrase(old)}`}`;
  return isStricter ? narrower(direction, message) : wider(direction, message);
}

function compareForm(keyword: string, old: unknown, now: unknown, direction: Direction): Ruling {
  const form = (value: unknown) => `${forms[keyword]} \`${value}\``;
  if (old === undefined) return narrower(direction, `now has ${form(now)}`);
  if (now === undefined) return wider(direction, `no longer has ${form(old)}`);
  return breaking(`has ${form(now)} instead of \`${old}\``);
}

function compareUnique(now: unknown, direction: Direction): Ruling[] {
  return now === true
    ? [narrower(direction, 'contains no duplicate entries')]
    : [wider(direction, 'may contain duplicate entries')];
}
