import { breaking, type Change, compatible, narrower, wider } from './change.js';
import { compareWords } from './compare-words.js';
import { type Comparison, ofPart, type Part } from './comparison.js';
import { dereference, type JsonNode, keysOf, nodeOf, own } from './json-node.js';

/** Whether a body or a header has to be there. */
export function compareRequired(part: Part, old: JsonNode, now: JsonNode): Change[] {
  const [was, is] = [old['required'] === true, now['required'] === true];
  if (was === is) return [];
  return [
    ofPart(
      part,
      is ? narrower(part.direction, 'is required now') : wider(part.direction, 'may be missing now'),
    ),
  ];
}

/** The bodies of a part by media type. */
export function compareContent(comparison: Comparison, part: Part, old: JsonNode, now: JsonNode): Change[] {
  const [before, after] = [nodeOf(old['content']), nodeOf(now['content'])];
  return keysOf(before, after).flatMap((mediaType) => {
    const [was, is] = [own(before, mediaType), own(after, mediaType)];
    const form: Part = { ...part, name: `${part.name} as \`${mediaType}\`` };
    if (was === undefined) return [ofPart(form, compatible('is new'))];
    if (is === undefined) return [ofPart(form, breaking('was removed'))];
    const [{ schema: left, ...oldRest }, { schema: right, ...rest }] = [nodeOf(was), nodeOf(is)];
    return [...comparison.schemas(part, left, right), ...compareWords(part, oldRest, rest)];
  });
}

/** The headers of a response. */
export function compareHeaders(comparison: Comparison, part: Part, old: JsonNode, now: JsonNode): Change[] {
  const [before, after] = [nodeOf(old['headers']), nodeOf(now['headers'])];
  return keysOf(before, after).flatMap((name) => {
    const [was, is] = [own(before, name), own(after, name)];
    const header: Part = { ...part, name: `the header \`${name}\` of ${part.name}` };
    if (was === undefined) return [ofPart(header, compatible('is new'))];
    if (is === undefined) return [ofPart(header, breaking('was removed'))];
    const [left, right] = [dereference(was, comparison.old), dereference(is, comparison.now)];
    return [
      ...compareRequired(header, left, right),
      ...comparison.schemas(header, left['schema'], right['schema']),
      ...compareWords(header, left, right),
    ];
  });
}
