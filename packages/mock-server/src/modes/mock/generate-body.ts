import { type GenerateSyncOptions, generateSync, type JsonSchema } from 'json-schema-faker';
import { referenceTarget } from '../../json/json-pointer.js';
import { SeededRandom } from '../../seeded-random.js';
import { type SchemaPlace, writeOnlyNames } from '../../spec/schema-places.js';
import type { Spec } from '../../spec/spec.js';
import { SpecNode } from '../../spec/spec-node.js';
import { generatorSchema } from './generator-schema.js';
import { pruneBody } from './prune-body.js';

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
