import { arrayOr, isJsonObject, type JsonObject, objectOr, referenceTarget } from '../../json/json-object.js';
import { nameMaps } from '../../spec/spec-walk.js';

const mostOfAKind = 10_000;

/**
 * A copy of a schema as the generator of bodies wants it: without the properties that no response may have, without what is
 * no keyword of JSON Schema, which it takes for a property, and with both bounds where one is beyond those it assumes.
 */
export function generatorSchema(document: JsonObject, value: unknown, isNameMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => generatorSchema(document, item));
  if (!isJsonObject(value)) return value;
  const hidden = isNameMap ? [] : hiddenNames(document, objectOr(value['properties']));
  const kept = Object.entries(value).filter(([key]) => isNameMap || !isAnnotation(key));
  const copy = kept.map(([key, item]) => {
    return [key, generatorSchema(document, item, !isNameMap && nameMaps.has(key))] as const;
  });
  const schema: Record<string, unknown> = Object.fromEntries(copy);
  if (!isNameMap) addBounds(schema);
  if (!isNameMap) capSizes(schema);
  if (hidden.length === 0) return schema;
  const properties = Object.entries(objectOr(schema['properties'])).filter(
    ([name]) => !hidden.includes(name),
  );
  const required = arrayOr(schema['required']).filter((name) => !hidden.includes(String(name)));
  return { ...schema, properties: Object.fromEntries(properties), required };
}

/** Numbers without bounds are made up from -1000 to 1000. */
function addBounds(schema: Record<string, unknown>): void {
  const lowest = schema['exclusiveMinimum'] ?? schema['minimum'];
  const highest = schema['exclusiveMaximum'] ?? schema['maximum'];
  if (typeof lowest === 'number' && highest === undefined) schema['maximum'] = lowest + 1000;
  if (typeof highest === 'number' && lowest === undefined) schema['minimum'] = highest - 1000;
}

/** What asks for more than a reasonable size gets less, which breaks the schema, instead of all memory. */
function capSizes(schema: Record<string, unknown>): void {
  for (const keyword of ['minLength', 'minItems', 'minProperties']) {
    if (Number(schema[keyword]) > mostOfAKind) schema[keyword] = mostOfAKind;
  }
}

function isAnnotation(key: string): boolean {
  return key.startsWith('x-') || ['discriminator', 'example', 'externalDocs', 'xml'].includes(key);
}

function hiddenNames(document: JsonObject, properties: JsonObject): string[] {
  return Object.keys(properties).filter((name) => {
    const schema = objectOr(properties[name]);
    const target = typeof schema['$ref'] === 'string' ? referenceTarget(document, schema['$ref']) : undefined;
    return schema['writeOnly'] === true || objectOr(target)['writeOnly'] === true;
  });
}
