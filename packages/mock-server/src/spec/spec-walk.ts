import { isJsonObject, type JsonObject } from '../json/json-object.js';

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
