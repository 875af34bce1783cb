import { type JsonNode, listOf, lookUp, nodeOf } from '../model/json-node.js';

/** A schema in one of the ways it can be written. */
interface FlatSchema {
  readonly schema: JsonNode;
  /** The name it has under `components.schemas`, if it was referred to by one. */
  readonly name?: string | undefined;
}

const named = /^#\/components\/schemas\/([^/]+)$/;

/**
 * Follows `$ref`s, merges `allOf`, resolves a choice of one schema and writes null as a type, so that another way to write the
 * same schema is no change.
 */
export function flattenSchema(value: unknown, document: JsonNode): FlatSchema {
  return flatten(value, document, []);
}

function flatten(value: unknown, document: JsonNode, visited: readonly string[]): FlatSchema {
  if (value === false) return { schema: { not: {} } };
  const { $ref: reference, allOf, nullable, ...rest } = nodeOf(value);
  const parts = [
    ...(typeof reference === 'string' && !visited.includes(reference)
      ? [flattenTarget(reference, document, visited)]
      : []),
    ...listOf(allOf).map((part) => flatten(part, document, visited)),
    ...flattenChoice(rest, document, visited),
  ].filter(({ schema }) => Object.keys(schema).length > 0);
  const schema = parts.map((part) => part.schema).reduce(merge, {});
  const [name, ...others] = parts.flatMap((part) => part.name ?? []);
  return {
    schema: nullable === true ? orNull(schema) : schema,
    name: others.length === 0 ? name : undefined,
  };
}

function flattenTarget(reference: string, document: JsonNode, visited: readonly string[]): FlatSchema {
  const target = flatten(lookUp(document, reference), document, [...visited, reference]);
  return { ...target, name: named.exec(reference)?.[1] ?? target.name };
}

/** A choice of one schema, or of one and null, as that schema, and a choice of types alone as their list. */
function flattenChoice(schema: JsonNode, document: JsonNode, visited: readonly string[]): FlatSchema[] {
  const [keyword, ...others] = ['anyOf', 'oneOf'].filter((key) => listOf(schema[key]).length > 0);
  if (keyword === undefined || others.length > 0) return [{ schema }];
  const { [keyword]: choice, ...rest } = schema;
  const forms = listOf(choice).map((form) => flatten(form, document, visited));
  const [form, ...further] = forms.filter((candidate) => !isNull(candidate.schema));
  if (form !== undefined && further.length === 0)
    return [forms.length === 1 ? form : { ...form, schema: orNull(form.schema) }, { schema: rest }];
  if (!forms.every((candidate) => Object.keys(candidate.schema).join() === 'type')) return [{ schema }];
  return [{ schema: { type: forms.flatMap((candidate) => candidate.schema['type']) } }, { schema: rest }];
}

function isNull({ type, const: only, enum: values }: JsonNode): boolean {
  return (
    type === 'null' || only === null || (Array.isArray(values) && values.every((value) => value === null))
  );
}

function orNull({ const: only, ...schema }: JsonNode): JsonNode {
  const { type, enum: values = only === undefined ? undefined : [only] } = schema;
  const orNullIn = (keyword: string) =>
    schema[keyword] === undefined ? {} : { [keyword]: [...listOf(schema[keyword]), { type: 'null' }] };
  return {
    ...schema,
    ...(type !== undefined && { type: [type, 'null'].flat() }),
    ...(values !== undefined && { enum: [...listOf(values), null] }),
    ...orNullIn('anyOf'),
    ...orNullIn('oneOf'),
  };
}

function merge(left: JsonNode, right: JsonNode): JsonNode {
  const properties = { ...nodeOf(left['properties']), ...nodeOf(right['properties']) };
  const required = [...new Set([...listOf(left['required']), ...listOf(right['required'])])];
  return {
    ...left,
    ...right,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}
