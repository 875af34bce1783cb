import { type JsonNode, listOf, lookUp, nodeOf } from './json-node.js';

/** A schema with its references followed and its `allOf` merged in. */
export interface FlatSchema {
  readonly schema: JsonNode;
  /** The name it has under `components.schemas`, if it was referred to by one. */
  readonly name: string | undefined;
}

const named = /^#\/components\/schemas\/([^/]+)$/;

/** Follows `$ref`s and merges `allOf`, so that moving a part of a schema to another file is no change. */
export function flattenSchema(value: unknown, document: JsonNode): FlatSchema {
  return flatten(value, document, []);
}

function flatten(value: unknown, document: JsonNode, visited: readonly string[]): FlatSchema {
  if (value === false) return { schema: { not: {} }, name: undefined };
  const { $ref: reference, allOf, ...rest } = nodeOf(value);
  const parts = listOf(allOf).map((part) => flatten(part, document, visited).schema);
  const own = parts.length === 0 ? rest : [...parts, rest].reduce(merge);
  if (typeof reference !== 'string' || visited.includes(reference)) return { schema: own, name: undefined };
  const target = flatten(lookUp(document, reference), document, [...visited, reference]);
  const name = named.exec(reference)?.[1] ?? target.name;
  return { schema: Object.keys(own).length === 0 ? target.schema : merge(target.schema, own), name };
}

function merge(left: JsonNode, right: JsonNode): JsonNode {
  const properties = { ...nodeOf(left['properties']), ...nodeOf(right['properties']) };
  const required = [...new Set([...listOf(left['required']), ...listOf(right['required'])])];
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}
