import { referenceName } from '../model/read-model.js';
import type { Response, Schema, SpecModel } from '../model/spec-model.js';
import type { Shape } from './shape.js';

/** The shapes of all responses: by name, and by operation and statuses, which are joined by commas. */
export interface ResponseShapes {
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly responses: Readonly<Record<string, Readonly<Record<string, Shape>>>>;
}

/** Reads the shapes of every response out of the spec, and of the schemas these refer to. */
export function responseShapes({ operations, schemas, resolve }: SpecModel): ResponseShapes {
  const shapes: Record<string, Shape> = {};

  const shapeOf = (schema: Schema): Shape => {
    if (schema.$ref !== undefined) return named(referenceName(schema.$ref));
    if (schema.enum !== undefined) return schema.enum.filter((value) => value !== null).map(String);
    if (schema.const !== undefined) return [String(schema.const)];
    if (schema.items !== undefined) return { items: shapeOf(schema.items) };
    const fields = fieldsOf(schema);
    return fields === undefined ? 0 : { fields: mapValues(fields, shapeOf) };
  };
  /** The properties of an object and of what it combines; undefined where others are allowed. */
  const fieldsOf = ({ properties, additionalProperties, allOf = [] }: Schema): Schema['properties'] => {
    const parts = allOf.map((part) => fieldsOf(resolve(part)));
    if (additionalProperties === true || parts.includes(undefined)) return undefined;
    return properties === undefined && parts.length === 0
      ? undefined
      : Object.assign({}, ...parts, properties);
  };
  const named = (name: string): string => {
    if (!Object.hasOwn(shapes, name)) {
      shapes[name] = 0;
      shapes[name] = shapeOf(schemas[name] ?? {});
    }
    return name;
  };
  const shapesOf = (list: readonly Response[]) =>
    Object.fromEntries(
      list.map(({ status, body }) => [status, body === undefined ? 0 : shapeOf(body.schema)]),
    );
  const responses = operations.map(
    ({ name, responses }) => [name, joinStatuses(shapesOf(responses))] as const,
  );
  return { responses: Object.fromEntries(responses), shapes };
}

/** Most statuses of an operation have the same shape, which is written once. */
function joinStatuses(shapes: Readonly<Record<string, Shape>>): Record<string, Shape> {
  const statuses = new Map<string, string[]>();
  for (const [status, shape] of Object.entries(shapes)) {
    const key = JSON.stringify(shape);
    statuses.set(key, [...(statuses.get(key) ?? []), status]);
  }
  return Object.fromEntries([...statuses].map(([shape, list]) => [list.join(), JSON.parse(shape) as Shape]));
}

function mapValues<V, R>(object: Readonly<Record<string, V>>, map: (value: V) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
