import { JSONSchemaFaker } from 'json-schema-faker';
import { objectOr } from '../../json/json-object.js';
import { seededRandom } from '../../seeded-random.js';
import type { SchemaPlace } from '../../spec/schema-places.js';
import type { Spec } from '../../spec/spec.js';
import { RandomBudget } from './random-budget.js';
import { readableSchema } from './readable-schema.js';

const attempts = 20;
/** Every value takes at least one; a list of lists of lists … would fill the memory otherwise. */
const mostRandomNumbers = 20_000;

const options = {
  alwaysFakeOptionals: true,
  failOnInvalidFormat: false,
  failOnInvalidTypes: false,
  fillProperties: false,
  maxItems: 3,
  refDepthMax: 3,
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
  const schemaMap = objectOr(document['components'])['schemas'];
  const components = { schemas: readableSchema(document, schemaMap) };
  const readable = objectOr(readableSchema(document, schema));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const budget = new RandomBudget(mostRandomNumbers);
    const random = seededRandom(`${seed}:${attempt}`);
    JSONSchemaFaker.option({ ...options, random: budget.limit(random) });
    const body = generateWithin(budget, { ...readable, components });
    if (body === undefined) return undefined;
    const flaw = schemas.brokenKeyword(path, body);
    // Every optional property is there, so one that is missing is one that no response may have.
    if (flaw === undefined || flaw.keyword === 'required') return body;
  }
  return undefined;
}

/** Undefined when the budget does not suffice; the generator wraps what is thrown. */
function generateWithin(budget: RandomBudget, schema: object): unknown {
  try {
    return JSONSchemaFaker.generate(schema);
  } catch (error) {
    if (budget.isSpent) return undefined;
    throw error;
  }
}
