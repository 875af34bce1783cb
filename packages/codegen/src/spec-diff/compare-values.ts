import { breaking, compatible, type Direction, narrower, type Ruling, wider } from './change.js';
import { type JsonNode, listOf, same } from './json-node.js';

const allTypes = ['null', 'boolean', 'string', 'number', 'object', 'array'];

/** Which types and which of their values are allowed: `type`, `enum`, `const` and `x-oms-open-enum`. */
export function compareValues(before: JsonNode, after: JsonNode, direction: Direction): Ruling[] {
  return [
    ...compareTypes(before, after, direction),
    ...compareEnums(before, after, direction),
    ...compareOpenness(before, after, direction),
    ...compareConstants(before, after, direction),
  ];
}

function compareTypes(before: JsonNode, after: JsonNode, direction: Direction): Ruling[] {
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

function compareEnums(before: JsonNode, after: JsonNode, direction: Direction): Ruling[] {
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

function compareOpenness(before: JsonNode, after: JsonNode, direction: Direction): Ruling[] {
  const [old, now] = [before['x-oms-open-enum'] === true, after['x-oms-open-enum'] === true];
  if (old === now || before['enum'] === undefined || after['enum'] === undefined) return [];
  return [
    now
      ? wider(direction, 'may also be a value that is not listed')
      : narrower(direction, 'is one of the listed values only'),
  ];
}

function compareConstants(before: JsonNode, after: JsonNode, direction: Direction): Ruling[] {
  const [old, now] = [before['const'], after['const']];
  if (same(old, now)) return [];
  if (old === undefined) return [narrower(direction, `is always ${list([now])}`)];
  if (now === undefined) return [wider(direction, `is no longer always ${list([old])}`)];
  return [breaking(`is ${list([now])} instead of ${list([old])}`)];
}

const list = (values: readonly unknown[]): string =>
  values.map((value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``).join(', ');
