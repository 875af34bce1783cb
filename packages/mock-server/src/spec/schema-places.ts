import { isJsonObject, type JsonObject } from './json-object.js';
import type { SpecNode } from './spec-node.js';
import { walkSpec } from './spec-walk.js';

/** A schema of the spec and the path to it. */
export interface SchemaPlace {
  readonly path: readonly string[];
  readonly schema: JsonObject;
}

/** Every outermost schema: named components, and those of parameters, headers, bodies and webhooks. */
export function schemaPlaces(root: JsonObject): SchemaPlace[] {
  const places: SchemaPlace[] = [];
  walkSpec(root, (schema, path, isNameMap) => {
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
