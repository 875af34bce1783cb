import { type JsonNode, listOf, lookUp, nodeOf, own } from '../model/json-node.js';
import type { Difference, Direction } from './change.js';
import { compareAlternatives } from './compare-alternatives.js';
import { compareProperties } from './compare-properties.js';
import { compareHandling, compareRemarks } from './compare-remarks.js';
import { compareLimits, compareValues } from './compare-values.js';

/** A difference on a part of a schema. */
export interface Finding extends Difference {
  /** The path to the part: property names, `[]` for entries of a list, `*` for properties without a name. */
  readonly path: readonly string[];
  /** The same path from the nearest schema that has a name, beginning with that name. */
  readonly named: readonly string[] | undefined;
}

/** Compares two schemas; the parts compare theirs by the same function. */
export type CompareSchemas = (before: unknown, after: unknown) => readonly Finding[];

/** A comparison of schemas in one direction. Each pair is compared once, however often and deep it is used. */
export function schemaComparison(
  oldDocument: JsonNode,
  newDocument: JsonNode,
  direction: Direction,
): CompareSchemas {
  const known = new Map<string, readonly Finding[]>();
  const compare: CompareSchemas = (before, after) => {
    const old = flattenSchema(before, oldDocument);
    const now = flattenSchema(after, newDocument);
    const pair = JSON.stringify([old.name, now.name]);
    const isShared = old.name !== undefined && now.name !== undefined;
    const found = isShared ? known.get(pair) : undefined;
    if (found !== undefined) return found;
    // A schema that leads back to itself adds nothing the second time.
    if (isShared) known.set(pair, []);
    const findings = compareFlat(old.schema, now.schema, direction, compare);
    // When a part is replaced by another schema, the change belongs to the schema around it.
    const owned =
      isShared && old.name === now.name
        ? findings.map((finding) => owning(finding, old.name ?? ''))
        : findings;
    if (isShared) known.set(pair, owned);
    return owned;
  };
  return compare;
}

function owning(finding: Finding, name: string): Finding {
  return finding.named === undefined ? { ...finding, named: [name, ...finding.path] } : finding;
}

function compareFlat(old: JsonNode, now: JsonNode, direction: Direction, compare: CompareSchemas): Finding[] {
  const here = [
    ...compareValues(old, now, direction),
    ...compareLimits(old, now, direction),
    ...compareHandling(old, now, direction),
    ...compareRemarks(old, now),
  ];
  return [
    ...here.map((difference) => ({ ...difference, path: [], named: undefined })),
    ...compareProperties(old, now, direction, compare),
    ...compareAlternatives(old, now, direction, compare),
    ...inside('[]', own(old, 'items'), own(now, 'items'), compare),
    ...inside('*', own(old, 'additionalProperties'), own(now, 'additionalProperties'), compare),
  ];
}

/** The findings about a part, seen from the whole. */
export function below(segment: string, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, path: [segment, ...finding.path] }));
}

function inside(segment: string, old: unknown, now: unknown, compare: CompareSchemas): Finding[] {
  const isSchema = (value: unknown) => typeof value === 'object' && value !== null;
  return isSchema(old) || isSchema(now)
    ? below(segment, compare(isSchema(old) ? old : {}, isSchema(now) ? now : {}))
    : [];
}

/** A schema with its references followed and its `allOf` merged in. */
interface FlatSchema {
  readonly schema: JsonNode;
  /** The name it has under `components.schemas`, if it was referred to by one. */
  readonly name: string | undefined;
}

const named = /^#\/components\/schemas\/([^/]+)$/;

/** Follows `$ref`s and merges `allOf`, so that moving a part of a schema to another file is no change. */
function flattenSchema(value: unknown, document: JsonNode): FlatSchema {
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
