import {
  arrayOr,
  isJsonObject,
  type JsonObject,
  objectOr,
  ownProperty,
  referenceTarget,
} from '../json/json-object.js';

/** Everything that schemas say about one value itself. */
export interface SchemaShape {
  /** Every schema that applies: through `$ref`, `allOf`, conditions and alternatives. */
  readonly views: readonly JsonObject[];
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  /** The values of each open enum. */
  readonly openEnums: readonly (readonly unknown[])[];
  /** The values that the spec names of a text that may have others, too. */
  readonly knownValues: readonly string[];
  /** The discriminating property, when its value names none of the alternatives. */
  readonly unknownAlternative: string | undefined;
  /** The schemas for every item of a list. */
  readonly items: readonly JsonObject[];
  /** The schemas for each listed property that was asked for. */
  readonly properties: Map<string, readonly JsonObject[]>;
}

/** Works out the shape of values. Where no discriminator is involved a schema has one shape, which is kept. */
export class SchemaShapes {
  readonly #root: JsonObject;
  /** By the schema, or the list of several. */
  readonly #kept = new WeakMap<object, SchemaShape>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** The shape of a value to which all the schemas apply. */
  of(schemas: readonly JsonObject[], value: unknown): SchemaShape {
    const [only] = schemas;
    const key = schemas.length === 1 && only !== undefined ? only : schemas;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const shape = this.#workOut(schemas, value);
    const isFixed = shape.views.every((view) => view['discriminator'] === undefined);
    if (isFixed) this.#kept.set(key, shape);
    return shape;
  }

  #workOut(schemas: readonly JsonObject[], value: unknown): SchemaShape {
    const views: JsonObject[] = [];
    const open = [...schemas];
    let unknownAlternative: string | undefined;
    for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
      if (views.includes(schema)) continue;
      views.push(schema);
      const named = namedAlternative(schema, value);
      if (named !== undefined && named.branch === undefined) unknownAlternative ??= named.property;
      open.push(...this.#appliedBy(schema, named?.branch).filter(isJsonObject));
    }
    return {
      views,
      isReadOnly: views.some((view) => view['readOnly'] === true),
      isWriteOnly: views.some((view) => view['writeOnly'] === true),
      openEnums: views
        .filter((view) => view['x-oms-open-enum'] === true)
        .map((view) => arrayOr(view['enum'])),
      knownValues: views.flatMap(knownValuesOf),
      unknownAlternative,
      items: views.map((view) => view['items']).filter(isJsonObject),
      properties: new Map(),
    };
  }

  #appliedBy(schema: JsonObject, branch: JsonObject | undefined): unknown[] {
    const reference = schema['$ref'];
    const target = typeof reference === 'string' ? referenceTarget(this.#root, reference) : undefined;
    const alternatives =
      branch === undefined ? [...arrayOr(schema['oneOf']), ...arrayOr(schema['anyOf'])] : [branch];
    const dependent = Object.values(objectOr(schema['dependentSchemas']));
    const conditions = [schema['if'], schema['then'], schema['else']];
    return [target, ...arrayOr(schema['allOf']), ...alternatives, ...dependent, ...conditions];
  }
}

/** Beside an `enum` there are no others: it says itself what is wrong. */
function knownValuesOf({ 'x-oms-known-values': values, enum: listed }: JsonObject): string[] {
  return listed === undefined ? arrayOr(values).map(String) : [];
}

/** The alternative that a discriminator names. */
interface NamedAlternative {
  readonly property: string;
  /** Undefined when the value of the property names none. */
  readonly branch: JsonObject | undefined;
}

/** Follows the discriminator of a schema; undefined when it has none or the value lacks the property. */
function namedAlternative(schema: JsonObject, value: unknown): NamedAlternative | undefined {
  const { propertyName: property, mapping } = objectOr(schema['discriminator']);
  if (typeof property !== 'string' || !isJsonObject(value)) return undefined;
  const alternatives = [...arrayOr(schema['oneOf']), ...arrayOr(schema['anyOf'])].filter(isJsonObject);
  const name = ownProperty(value, property);
  if (alternatives.length === 0 || typeof name !== 'string') return undefined;
  const mapped = String(ownProperty(objectOr(mapping), name) ?? name);
  const references = [mapped, `#/components/schemas/${mapped}`];
  return { property, branch: alternatives.find(({ $ref }) => references.includes(String($ref))) };
}

/** The schemas for a property in all the schemas that apply to its object; undefined when none declares it. */
export function schemasFor(shape: SchemaShape, name: string): readonly JsonObject[] | undefined {
  const known = shape.properties.get(name);
  if (known !== undefined) return known;
  const found = findSchemas(shape.views, name);
  // There is no end to the names that messages make up.
  const isListed = shape.views.some((view) => Object.hasOwn(objectOr(view['properties']), name));
  if (isListed && found !== undefined) shape.properties.set(name, found);
  return found;
}

/** The schemas for an item of a list in all the schemas that apply to the list. */
export function schemasOfItem({ views, items }: SchemaShape, index: number): readonly JsonObject[] {
  if (!views.some((view) => index in arrayOr(view['prefixItems']))) return items;
  return views.map((view) => arrayOr(view['prefixItems'])[index] ?? view['items']).filter(isJsonObject);
}

/** One list for all properties of which nothing is said, so that they have one shape. */
const noSchemas: readonly JsonObject[] = [];

function findSchemas(views: readonly JsonObject[], name: string): readonly JsonObject[] | undefined {
  const found: unknown[] = [];
  let isFreeForm = true;
  for (const view of views) {
    collect(view, name, found);
    if (isJsonObject(view['properties'])) isFreeForm = false;
  }
  if (found.length === 0) return isFreeForm ? noSchemas : undefined;
  return found.filter(isJsonObject);
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
