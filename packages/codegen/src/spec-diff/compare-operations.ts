import { breaking, type Change, compatible, docs, type Ruling } from './change.js';
import { compareRequestBody, compareResponses } from './compare-bodies.js';
import { compareParameters } from './compare-parameters.js';
import { type Comparison, ofPart } from './comparison.js';
import { type FoundOperation, findOperations } from './find-operations.js';
import { keysOf, listOf, same } from './json-node.js';

/** Every operation and event of either document. */
export function compareOperations(comparison: Comparison): Change[] {
  const [before, after] = [findOperations(comparison.old), findOperations(comparison.now)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    if (old === undefined) return now === undefined ? [] : [itself(now, compatible('is new'))];
    if (now === undefined) return [itself(old, breaking('was removed'))];
    return [
      ...compareSelf(old, now),
      ...compareParameters(comparison, old, now),
      ...compareRequestBody(comparison, old, now),
      ...compareResponses(comparison, old, now),
    ];
  });
}

function itself({ name, isEvent }: FoundOperation, ruling: Ruling): Change {
  const part = { operation: name, name: isEvent ? 'the event' : 'the operation', direction: 'sent' } as const;
  return { ...ofPart(part, ruling), place: '' };
}

const parts = new Set([
  'operationId',
  'security',
  'parameters',
  'requestBody',
  'responses',
  'servers',
  'callbacks',
]);

function compareSelf(old: FoundOperation, now: FoundOperation): Change[] {
  const [before, after] = [old.operation, now.operation];
  const rulings: Ruling[] = [];
  if (old.path !== now.path) rulings.push(breaking(`is written \`${now.path}\` instead of \`${old.path}\``));
  if (before['operationId'] !== after['operationId'])
    rulings.push(breaking(`is called \`${after['operationId']}\` instead of \`${before['operationId']}\``));
  if (!same(old.security, now.security)) rulings.push(onSecurity(now));
  for (const key of ['servers', 'callbacks'])
    if (!same(before[key], after[key])) rulings.push(breaking(`has other ${key}`));
  const words = keysOf(before, after).filter((key) => !parts.has(key) && !same(before[key], after[key]));
  if (words.length > 0) rulings.push(docs(`has a different ${words.sort().join(', ')}`));
  return rulings.map((ruling) => itself(now, ruling));
}

function onSecurity({ security }: FoundOperation): Ruling {
  return listOf(security).length === 0
    ? compatible('no longer needs credentials')
    : breaking(`needs other credentials: \`${JSON.stringify(security)}\``);
}
