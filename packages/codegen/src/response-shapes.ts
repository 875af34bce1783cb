import { listOperations, type SpecResponse } from './list-operations.js';
import type { OpenApiDocument } from './load-spec.js';
import { referenceName } from './reference-name.js';
import type { Shape } from './shape.js';

/** The shapes of all responses: by name, and by operation and statuses, which are joined by commas. */
export interface ResponseShapes {
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly responses: Readonly<Record<string, Readonly<Record<string, Shape>>>>;
}

interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
}

/** Reads the shapes of every response out of the spec, and of the schemas these refer to. */
export function responseShapes(document: OpenApiDocument): ResponseShapes {
  const { components } = document;
  const schemas = (components['schemas'] ?? {}) as Readonly<Record<string, Schema>>;
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
    const parts = allOf.map((part) => fieldsOf(targetOf(part)));
    if (additionalProperties === true || parts.includes(undefined)) return undefined;
    return properties === undefined && parts.length === 0
      ? undefined
      : Object.assign({}, ...parts, properties);
  };
  const targetOf = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : (schemas[referenceName(schema.$ref)] ?? {});
  const named = (name: string): string => {
    if (!Object.hasOwn(shapes, name)) {
      shapes[name] = 0;
      shapes[name] = shapeOf(schemas[name] ?? {});
    }
    return name;
  };
  const shapeOfResponse = ({ $ref, content }: SpecResponse): Shape => {
    const referenced = $ref && (components['responses']?.[referenceName($ref)] as SpecResponse | undefined);
    const schema = (referenced ? referenced.content : content)?.['application/json']?.schema;
    return schema === undefined ? 0 : shapeOf(schema);
  };
  const responses = listOperations(document).map(
    ({ method, path, responses }) =>
      [`${method} ${path}`, joinStatuses(mapValues(responses, shapeOfResponse))] as const,
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
