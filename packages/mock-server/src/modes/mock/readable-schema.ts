import { arrayOr, isJsonObject, type JsonObject, objectOr } from '../../json/json-object.js';
import { referenceTarget } from '../../json/json-pointer.js';

/** A copy of a schema, or of anything that holds schemas, without the properties that no response may have. */
export function readableSchema(document: JsonObject, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => readableSchema(document, item));
  if (!isJsonObject(value)) return value;
  const hidden = hiddenNames(document, objectOr(value['properties']));
  const copy = Object.entries(value).map(([key, item]) => [key, readableSchema(document, item)]);
  const schema = Object.fromEntries(copy) as Record<string, unknown>;
  if (hidden.length === 0) return schema;
  const kept = Object.entries(objectOr(schema['properties'])).filter(([name]) => !hidden.includes(name));
  const required = arrayOr(schema['required']).filter((name) => !hidden.includes(String(name)));
  return { ...schema, properties: Object.fromEntries(kept), required };
}

function hiddenNames(document: JsonObject, properties: JsonObject): string[] {
  return Object.keys(properties).filter((name) => {
    const schema = objectOr(properties[name]);
    const target = typeof schema['$ref'] === 'string' ? referenceTarget(document, schema['$ref']) : undefined;
    return schema['writeOnly'] === true || objectOr(target)['writeOnly'] === true;
  });
}
