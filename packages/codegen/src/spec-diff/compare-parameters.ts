import { breaking, type Change, compatible, type Direction, narrower, wider } from './change.js';
import { compareWords } from './compare-words.js';
import { type Comparison, ofPart, type Part } from './comparison.js';
import type { FoundOperation } from './find-operations.js';
import { dereference, type JsonNode, keysOf, nodeOf, same } from './json-node.js';

/** The query, header, cookie and path parameters of an operation. */
export function compareParameters(
  comparison: Comparison,
  old: FoundOperation,
  now: FoundOperation,
): Change[] {
  const before = byName(old, comparison.old);
  const after = byName(now, comparison.now);
  const direction: Direction = now.isEvent ? 'received' : 'sent';
  return keysOf(before, after).flatMap((key) => {
    const [was, is] = [before[key], after[key]];
    const { name, in: place } = nodeOf(is ?? was);
    const part: Part = { operation: now.name, name: `the ${place} parameter \`${name}\``, direction };
    if (was === undefined) return [ofPart(part, onAdded(nodeOf(is), direction))];
    if (is === undefined) return [ofPart(part, breaking('was removed'))];
    return compareParameter(comparison, part, was, is);
  });
}

const onAdded = ({ required }: JsonNode, direction: Direction) =>
  direction === 'sent' && required === true ? breaking('is new and must be sent') : compatible('is new');

/** Parameters by what identifies them on the wire: for one in the path that is its position, not its name. */
function byName({ parameters, path }: FoundOperation, document: JsonNode): Record<string, JsonNode> {
  const places = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const entries = parameters.map((value): [string, JsonNode] => {
    const parameter = dereference(value, document);
    const { name, in: place } = parameter;
    if (place === 'path') return [`path ${places.indexOf(String(name))}`, parameter];
    return [`${place} ${place === 'header' ? String(name).toLowerCase() : name}`, parameter];
  });
  return Object.fromEntries(entries);
}

function compareParameter(comparison: Comparison, part: Part, old: JsonNode, now: JsonNode): Change[] {
  const isSent = part.direction === 'sent';
  const changes = comparison.schemas(part, schemaOf(old), schemaOf(now));
  if (old['required'] !== true && now['required'] === true)
    changes.push(ofPart(part, narrower(part.direction, isSent ? 'must be sent now' : 'is always there now')));
  if (old['required'] === true && now['required'] !== true)
    changes.push(ofPart(part, wider(part.direction, isSent ? 'may be left out now' : 'may be missing now')));
  for (const key of ['style', 'explode', 'allowReserved', 'allowEmptyValue'])
    if (!same(old[key], now[key]))
      changes.push(ofPart(part, breaking(`is serialized differently (\`${key}\`)`)));
  return [...changes, ...compareWords(part, old, now)];
}

const schemaOf = ({ schema, content }: JsonNode): unknown =>
  schema ?? nodeOf(Object.values(nodeOf(content))[0])['schema'];
