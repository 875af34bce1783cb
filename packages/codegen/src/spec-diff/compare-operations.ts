import { type JsonNode, keysOf, nodeOf, same } from '../model/json-node.js';
import type { Operation, Parameter, SpecModel } from '../model/spec-model.js';
import {
  breaking,
  type Change,
  compatible,
  type Difference,
  type Direction,
  docs,
  narrower,
  wider,
} from './change.js';
import { compareRequestBody, compareResponses } from './compare-bodies.js';
import { type Comparison, compareWords, ofPart, type Part } from './comparison.js';

/** Every operation and event of either document. */
export function compareOperations(comparison: Comparison): Change[] {
  const [before, after] = [byKey(comparison.old), byKey(comparison.now)];
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

const byKey = ({ operations, events }: SpecModel) =>
  new Map([...operations, ...events].map((operation) => [operation.key, operation]));

function itself({ name, isEvent }: Operation, difference: Difference): Change {
  const part = { operation: name, name: isEvent ? 'the event' : 'the operation', direction: 'sent' } as const;
  return { ...ofPart(part, difference), place: '' };
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

function compareSelf(old: Operation, now: Operation): Change[] {
  const [before, after] = [old.node, now.node];
  const differences: Difference[] = [];
  if (old.path !== now.path)
    differences.push(breaking(`is written \`${now.path}\` instead of \`${old.path}\``));
  if (before['operationId'] !== after['operationId'])
    differences.push(
      breaking(`is called \`${after['operationId']}\` instead of \`${before['operationId']}\``),
    );
  if (!same(old.security, now.security)) differences.push(onSecurity(now));
  for (const key of ['servers', 'callbacks'])
    if (!same(before[key], after[key])) differences.push(breaking(`has other ${key}`));
  const words = keysOf(before, after).filter((key) => !parts.has(key) && !same(before[key], after[key]));
  if (words.length > 0) differences.push(docs(...words));
  return differences.map((difference) => itself(now, difference));
}

function onSecurity({ security }: Operation): Difference {
  return security.length === 0
    ? compatible('no longer needs credentials')
    : breaking(`needs other credentials: \`${JSON.stringify(security)}\``);
}

/** The query, header, cookie and path parameters of an operation. */
function compareParameters(comparison: Comparison, old: Operation, now: Operation): Change[] {
  const before = byName(old);
  const after = byName(now);
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
function byName({ parameters, path }: Operation): Record<string, JsonNode> {
  const places = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const keyOf = ({ name, in: place }: Parameter) => {
    if (place === 'path') return `path ${places.indexOf(name)}`;
    return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
  };
  return Object.fromEntries(parameters.map((parameter) => [keyOf(parameter), nodeOf(parameter)]));
}

function compareParameter(comparison: Comparison, part: Part, old: JsonNode, now: JsonNode): Change[] {
  const isSent = part.direction === 'sent';
  const changes = comparison.schemas(part, schemaOf(old), schemaOf(now));
  if (old['required'] !== true && now['required'] === true)
    changes.push(ofPart(part, narrower(part.direction, isSent ? 'must be sent now' : 'is always there now')));
  if (old['required'] === true && now['required'] !== true)
    changes.push(ofPart(part, wider(part.direction, isSent ? 'may be left out now' : 'may be missing now')));
  const [before, after] = [serialization(old), serialization(now)];
  for (const key of keysOf(before, after))
    if (before[key] !== after[key])
      changes.push(ofPart(part, breaking(`is serialized differently (\`${key}\`)`)));
  return [...changes, ...compareWords(part, old, now)];
}

/** How a parameter is written into a request, with the defaults of OpenAPI. */
function serialization(parameter: JsonNode): JsonNode {
  const { in: place, allowReserved = false, allowEmptyValue = false } = parameter;
  const { style = place === 'query' || place === 'cookie' ? 'form' : 'simple' } = parameter;
  const { explode = style === 'form' } = parameter;
  return { style, explode, allowReserved, allowEmptyValue };
}

const schemaOf = ({ schema, content }: JsonNode): unknown =>
  schema ?? nodeOf(Object.values(nodeOf(content))[0])['schema'];
