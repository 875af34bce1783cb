import { type Change, docs } from './change.js';
import { ofPart, type Part } from './comparison.js';
import { type JsonNode, keysOf, same } from './json-node.js';

/** Descriptions, examples and marks of a part. */
export function compareWords(part: Part, old: JsonNode, now: JsonNode): Change[] {
  const isWord = (key: string) =>
    key.startsWith('x-') || /^(description|summary|examples?|deprecated)$/.test(key);
  const changed = keysOf(old, now).filter((key) => isWord(key) && !same(old[key], now[key]));
  return changed.length === 0 ? [] : [ofPart(part, docs(`has a different ${changed.sort().join(', ')}`))];
}
