import { type JsonNode, keysOf, same } from '../model/json-node.js';
import { breaking, compatible, type Difference, type Direction, docs } from './change.js';
import { limitKeywords } from './compare-values.js';

const remarks = new Set(
  'title description summary example examples deprecated externalDocs xml tags contentMediaType $comment $id $anchor'.split(
    ' ',
  ),
);

const comparedElsewhere = new Set([
  ...'$ref type enum const x-oms-open-enum default readOnly writeOnly discriminator'.split(' '),
  ...'properties required additionalProperties items oneOf anyOf allOf $defs'.split(' '),
  ...limitKeywords,
]);

/** `default`, `readOnly` and `writeOnly`. */
export function compareHandling(before: JsonNode, after: JsonNode, direction: Direction): Difference[] {
  return [
    ...compareDefaults(before['default'], after['default'], direction),
    ...compareFlag(
      before,
      after,
      'readOnly',
      direction === 'sent' ? breaking('can no longer be sent') : undefined,
    ),
    ...compareFlag(
      before,
      after,
      'writeOnly',
      direction === 'received' ? breaking('is no longer returned') : undefined,
    ),
  ];
}

function compareDefaults(old: unknown, now: unknown, direction: Direction): Difference[] {
  if (same(old, now)) return [];
  const message =
    now === undefined
      ? `no longer has a default, before: \`${JSON.stringify(old)}\``
      : `has the default \`${JSON.stringify(now)}\`${old === undefined ? '' : `, before: \`${JSON.stringify(old)}\``}`;
  return [direction === 'sent' && old !== undefined ? breaking(message) : compatible(message)];
}

function compareFlag(
  before: JsonNode,
  after: JsonNode,
  flag: string,
  onSet: Difference | undefined,
): Difference[] {
  const [old, now] = [before[flag] === true, after[flag] === true];
  if (old === now) return [];
  return [(now ? onSet : undefined) ?? compatible(now ? `is marked ${flag}` : `is no longer marked ${flag}`)];
}

/** Words and marks (`docs`), and keywords that nothing here can compare (breaking). */
export function compareRemarks(before: JsonNode, after: JsonNode): Difference[] {
  const changed = keysOf(before, after).filter(
    (key) => !comparedElsewhere.has(key) && !same(before[key], after[key]),
  );
  const isRemark = (key: string) => remarks.has(key) || key.startsWith('x-');
  const words = changed.filter(isRemark);
  return [
    ...(words.length === 0 ? [] : [docs(...words)]),
    ...changed
      .filter((key) => !isRemark(key))
      .map((key) => breaking(`has a different \`${key}\`, which cannot be compared`)),
  ];
}
