import { type GenerateSyncOptions, generateSync, type JsonSchema } from 'json-schema-faker';
import { referenceTarget, valueAt } from '../../json/json-object.js';
import { SeededRandom } from '../../seeded-random.js';
import type { BrokenKeyword } from '../../spec/compiled-schemas.js';
import { type SchemaPlace, writeOnlyNames } from '../../spec/schema-places.js';
import type { Spec } from '../../spec/spec.js';
import { SpecNode } from '../../spec/spec-node.js';
import { generatorSchema } from './generator-schema.js';

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
