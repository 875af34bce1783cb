import { type GenerateSyncOptions, generateSync, type JsonSchema } from 'json-schema-faker';
import {
  arrayOr,
  isJsonObject,
  type JsonObject,
  objectOr,
  referenceTarget,
  valueAt,
} from '../../json/json-object.js';
import { SeededRandom } from '../../seeded-random.js';
import type { BrokenKeyword } from '../../spec/compiled-schemas.js';
import type { Spec } from '../../spec/spec.js';
import { SpecNode } from '../../spec/spec-node.js';
import { nameMaps, type SchemaPlace, writeOnlyNames } from '../../spec/spec-walk.js';

/** How many references deep the body of each attempt may be: all of it if that is small enough, less of it otherwise. */
const depths = [8, 8, 8, 8, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3];
/** A list of lists of lists … would fill the memory otherwise. */
const mostValues = 5_000;

const options = {
  alwaysFakeOptionals: true,
  failOnInvalidTypes: false,
  fillProperties: false,
};

/**
 * Makes up a body that keeps its schema, always the same for the same seed; undefined when none was found, or only a very
 * large one could be.
 */
export function generateBody(
  { document, schemas }: Spec,
  { schema, path }: SchemaPlace,
  seed: string,
): unknown {
  const hidden = writeOnlyNames(SpecNode.of(document));
  const readable = generatorSchema(document, schema);
  const refResolver = (reference: string) =>
    generatorSchema(document, referenceTarget(document, reference)) as JsonSchema;
  for (const [attempt, refDepthMax] of depths.entries()) {
    const { state } = new SeededRandom(`${seed}:${attempt}`);
    const body = generateWithin(mostValues, readable, { ...options, refResolver, refDepthMax, seed: state });
    if (body === undefined) continue;
    const pruned = pruneBody(body, (value) => schemas.brokenKeyword(path, value), hidden);
    if (pruned !== undefined) return pruned;
  }
  return undefined;
}

/** Undefined when the body would have more values than `limit`. */
function generateWithin(limit: number, schema: unknown, settings: GenerateSyncOptions): unknown {
  let values = 0;
  const outputTransform = (value: unknown): unknown => {
    values += 1;
    if (values > limit) throw new TooManyValues();
    return value;
  };
  try {
    return generateSync(schema as JsonSchema, { ...settings, outputTransform });
  } catch (error) {
    if (error instanceof TooManyValues) return undefined;
    throw error;
  }
}

/** More values than a body may have were made up. */
class TooManyValues extends Error {
  override readonly name = 'TooManyValues';
}

/**
 * A made-up body of a recursive schema ends at some depth, and what stands there may lack what it needs. Cuts it off at the
 * nearest place that may be missing. Undefined when that leaves nothing, or when something else is wrong. Properties that are
 * hidden from responses may be missing anywhere.
 */
function pruneBody(
  body: unknown,
  check: (body: unknown) => BrokenKeyword | undefined,
  hidden: ReadonlySet<string>,
): unknown {
  const pruned = structuredClone(body);
  for (let broken = check(pruned); broken !== undefined; broken = check(pruned)) {
    const { keyword, location, missing } = broken;
    if (missing !== undefined && hidden.has(missing)) return pruned;
    if (keyword !== 'required' && keyword !== 'type') return undefined;
    if (!cutOff(pruned, location)) return undefined;
  }
  return pruned;
}

/** Takes a value out of the object or the list it is in; false for the body as a whole. */
function cutOff(body: unknown, location: readonly string[]): boolean {
  const step = location.at(-1);
  const holder = valueAt(body, location.slice(0, -1));
  if (step === undefined || typeof holder !== 'object' || holder === null) return false;
  if (Array.isArray(holder)) holder.splice(Number(step), 1);
  else Reflect.deleteProperty(holder, step);
  return true;
}

const mostOfAKind = 10_000;

/**
 * A copy of a schema as the generator of bodies wants it: without the properties that no response may have, without what is
 * no keyword of JSON Schema, which it takes for a property, and with both bounds where one is beyond those it assumes.
 */
function generatorSchema(document: JsonObject, value: unknown, isNameMap = false): unknown {
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
