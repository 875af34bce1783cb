import { isJsonObject, type JsonObject } from '../json/json-object.js';

/** The schemas for a property in all the schemas that apply to its object; undefined when none declares it. */
export function schemasFor(views: readonly JsonObject[], name: string): readonly JsonObject[] | undefined {
  const found: unknown[] = [];
  let isFreeForm = true;
  for (const view of views) {
    collect(view, name, found);
    if (isJsonObject(view['properties'])) isFreeForm = false;
  }
  return found.length > 0 || isFreeForm ? found.filter(isJsonObject) : undefined;
}

/** Schemas, or `true` and `false`, for the property. What `false` forbids counts as declared: Prism reports it. */
function collect(view: JsonObject, name: string, found: unknown[]): void {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = view;
  const before = found.length;
  if (isJsonObject(properties) && Object.hasOwn(properties, name)) found.push(properties[name]);
  if (isJsonObject(patternProperties)) collectMatching(patternProperties, name, found);
  if (found.length > before) return;
  if (additionalProperties !== undefined) found.push(additionalProperties);
  if (unevaluatedProperties !== undefined) found.push(unevaluatedProperties);
}

function collectMatching(patternProperties: JsonObject, name: string, found: unknown[]): void {
  for (const [pattern, schema] of Object.entries(patternProperties)) {
    if (new RegExp(pattern, 'u').test(name)) found.push(schema);
  }
}
