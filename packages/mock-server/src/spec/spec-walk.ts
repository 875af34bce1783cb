import { isJsonObject, type JsonObject, objectOr, toPointer } from '../json/json-object.js';
import { SpecError } from './spec-error.js';
import type { SpecNode } from './spec-node.js';

/** Keys whose value maps names of the author's choice, so that a property called `example` is no example. */
export const nameMaps: ReadonlySet<string> = new Set(
  `paths webhooks pathItems schemas parameters responses headers requestBodies examples securitySchemes links
   callbacks content encoding variables properties patternProperties $defs dependentSchemas dependentRequired
   mapping scopes`.split(/\s+/),
);

/** Keys that hold sample values: whatever stands there is data, not spec. */
const sampleKeys = new Set(['example', 'value']);

/** Called for each object; returns `'skip'` to leave out what is below it. */
export type SpecVisitor = (
  node: JsonObject,
  path: readonly string[],
  isNameMap: boolean,
) => 'skip' | undefined;

/** Visits every object of a spec except sample values. */
export function walkSpec(
  node: unknown,
  visit: SpecVisitor,
  path: readonly string[] = [],
  isNameMap = false,
): void {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) walkSpec(item, visit, [...path, String(index)]);
  }
  if (!isJsonObject(node) || visit(node, path, isNameMap) === 'skip') return;
  for (const [key, value] of Object.entries(node)) {
    if (!isNameMap && isSample(key, value)) continue;
    walkSpec(value, visit, [...path, key], !isNameMap && nameMaps.has(key));
  }
}

/** Sample values: `example`, an Example Object's `value`, and the `examples` list of a schema. */
function isSample(key: string, value: unknown): boolean {
  return sampleKeys.has(key) || (key === 'examples' && Array.isArray(value));
}

/** A schema of the spec and the path to it. */
export interface SchemaPlace {
  readonly path: readonly string[];
  readonly schema: JsonObject;
}

/** Every outermost schema: named components, and those of parameters, headers, bodies and webhooks. */
export function schemaPlaces(root: JsonObject): SchemaPlace[] {
  const places: SchemaPlace[] = [];
  walkSpec(root, (schema, path, isNameMap) => {
    if (!path.some((step) => step.startsWith('x-'))) checkSchemas(schema, path, isNameMap);
    const isComponent = path.length === 3 && path[0] === 'components' && path[1] === 'schemas';
    const isInline = path.at(-1) === 'schema' && !isNameMap;
    if (!isComponent && !isInline) return undefined;
    places.push({ path, schema });
    return 'skip';
  });
  return places;
}

/** The schema of a parameter, a header or a body. */
export function schemaBelow(owner: SpecNode): SchemaPlace | undefined {
  const { path, value } = owner.child('schema');
  return isJsonObject(value) ? { path, schema: value } : undefined;
}

function checkSchemas(node: JsonObject, path: readonly string[], isNameMap: boolean): void {
  const isComponents = path.length === 2 && path[0] === 'components' && path[1] === 'schemas';
  for (const [name, schema] of Object.entries(node)) {
    if (!(isComponents || (name === 'schema' && !isNameMap))) continue;
    if (isJsonObject(schema) || schema === true) continue;
    const advice = schema === false ? 'Write `not: {}` in it to allow nothing' : 'Write `{}` to allow all';
    throw new SpecError(toPointer([...path, name]), 'a schema must be an object', advice);
  }
}

/** The names of every property that the spec marks `writeOnly`, by itself or by the schema it refers to. */
export function writeOnlyNames(document: SpecNode): Set<string> {
  const names = new Set<string>();
  walkSpec(document.root, (_, path, isNameMap) => {
    if (!isNameMap || path.at(-1) !== 'properties') return undefined;
    const properties = path.reduce((node, key) => node.child(key), document);
    for (const [name, schema] of properties.entries()) {
      const isMarked = [schema.object, objectOr(properties.child(name).value)].some(
        (view) => view['writeOnly'] === true,
      );
      if (isMarked) names.add(name);
    }
    return undefined;
  });
  return names;
}
