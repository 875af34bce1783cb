import { arrayOr, isJsonObject, type JsonObject, objectOr, ownProperty } from '../json/json-object.js';

/** The alternative that a discriminator names. */
export interface NamedAlternative {
  readonly property: string;
  /** Undefined when the value of the property names none. */
  readonly branch: JsonObject | undefined;
}

/** Follows the discriminator of a schema; undefined when it has none or the value lacks the property. */
export function namedAlternative(schema: JsonObject, value: unknown): NamedAlternative | undefined {
  const { propertyName: property, mapping } = objectOr(schema['discriminator']);
  if (typeof property !== 'string' || !isJsonObject(value)) return undefined;
  const alternatives = [...arrayOr(schema['oneOf']), ...arrayOr(schema['anyOf'])].filter(isJsonObject);
  const name = ownProperty(value, property);
  if (alternatives.length === 0 || typeof name !== 'string') return undefined;
  const mapped = String(ownProperty(objectOr(mapping), name) ?? name);
  const references = [mapped, `#/components/schemas/${mapped}`];
  return { property, branch: alternatives.find(({ $ref }) => references.includes(String($ref))) };
}
