import { JSONSchemaFaker } from 'json-schema-faker';
import { arrayOr, isJsonObject, type JsonObject, objectOr } from '../../json/json-object.js';
import { referenceTarget } from '../../json/json-pointer.js';
import { seededRandom } from '../../seeded-random.js';
import { type SchemaPlace, writeOnlyNames } from '../../spec/schema-places.js';
import type { Spec } from '../../spec/spec.js';
import { SpecNode } from '../../spec/spec-node.js';
import { pruneBody } from './prune-body.js';

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
  const hidden = writeOnlyNames(SpecNode.of(document));
  const readable = objectOr(readableSchema(document, schema));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const budget = new RandomBudget(mostRandomNumbers);
    const random = seededRandom(`${seed}:${attempt}`);
    JSONSchemaFaker.option({ ...options, random: budget.limit(random) });
    const body = generateWithin(budget, { ...readable, components });
    if (body === undefined) return undefined;
    const pruned = pruneBody(body, (value) => schemas.brokenKeyword(path, value), hidden);
    if (pruned !== undefined) return pruned;
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

/** More values than a body may have were made up. */
class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** Random numbers that are used up: whoever makes up a value takes at least one. */
class RandomBudget {
  #left: number;

  constructor(numbers: number) {
    this.#left = numbers;
  }

  /** Whether more was asked for than there was. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** Passes a source of random numbers on as long as there are any left; throws BudgetSpent afterwards. */
  limit(random: () => number): () => number {
    return () => {
      this.#left -= 1;
      if (this.isSpent) throw new BudgetSpent();
      return random();
    };
  }
}

/** A copy of a schema, or of anything that holds schemas, without the properties that no response may have. */
function readableSchema(document: JsonObject, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => readableSchema(document, item));
  if (!isJsonObject(value)) return value;
  const hidden = hiddenNames(document, objectOr(value['properties']));
  const copy = Object.entries(value).map(([key, item]) => [key, readableSchema(document, item)]);
  const schema = Object.fromEntries(copy) as Record<string, unknown>;
  if (hidden.length === 0) return schema;
  const kept = Object.entries(objectOr(schema['properties'])).filter(([name]) => !hidden.includes(name));
  const required = arrayOr(schema['required']).filter((name) => !hidden.includes(String(name)));
  return { ...schema, properties: Object.fromEntries(kept), required };
}

function hiddenNames(document: JsonObject, properties: JsonObject): string[] {
  return Object.keys(properties).filter((name) => {
    const schema = objectOr(properties[name]);
    const target = typeof schema['$ref'] === 'string' ? referenceTarget(document, schema['$ref']) : undefined;
    return schema['writeOnly'] === true || objectOr(target)['writeOnly'] === true;
  });
}
