import { arrayOr, isJsonObject, type JsonObject, objectOr } from '../json/json-object.js';
import { referenceTarget } from '../json/json-pointer.js';
import { namedAlternative } from './named-alternative.js';

/** Everything that schemas say about one value itself. */
export interface SchemaShape {
  /** Every schema that applies: through `$ref`, `allOf`, conditions and alternatives. */
  readonly views: readonly JsonObject[];
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  /** The values of each open enum. */
  readonly openEnums: readonly (readonly unknown[])[];
  /** The discriminating property, when its value names none of the alternatives. */
  readonly unknownAlternative: string | undefined;
}

/** Works out the shape of values. Where no discriminator is involved a schema has one shape, which is kept. */
export class SchemaShapes {
  readonly #root: JsonObject;
  readonly #kept = new WeakMap<JsonObject, SchemaShape>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** The shape of a value to which all the schemas apply. */
  of(schemas: readonly JsonObject[], value: unknown): SchemaShape {
    const [only] = schemas;
    const kept = schemas.length === 1 && only !== undefined ? this.#kept.get(only) : undefined;
    if (kept !== undefined) return kept;
    const shape = this.#workOut(schemas, value);
    const isFixed = shape.views.every((view) => view['discriminator'] === undefined);
    if (isFixed && schemas.length === 1 && only !== undefined) this.#kept.set(only, shape);
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
      unknownAlternative,
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
