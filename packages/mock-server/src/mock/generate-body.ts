import { JSONSchemaFaker } from 'json-schema-faker';
import { seededRandom } from '../seeded-random.js';
import { objectOr } from '../spec/json-object.js';
import type { SchemaPlace } from '../spec/schema-places.js';
import type { Spec } from '../spec/spec.js';
import { readableSchema } from './readable-schema.js';

const attempts = 20;

const options = {
  alwaysFakeOptionals: true,
  failOnInvalidFormat: false,
  failOnInvalidTypes: false,
  fillProperties: false,
  maxItems: 3,
  refDepthMax: 3,
};

/** Makes up a body that keeps its schema, always the same for the same seed; undefined when none was found. */
export function generateBody(
  { document, schemas }: Spec,
  { schema, path }: SchemaPlace,
  seed: string,
): unknown {
  const schemaMap = objectOr(document['components'])['schemas'];
  const components = { schemas: readableSchema(document, schemaMap) };
  const readable = objectOr(readableSchema(document, schema));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    JSONSchemaFaker.option({ ...options, random: seededRandom(`${seed}:${attempt}`) });
    const body: unknown = JSONSchemaFaker.generate({ ...readable, components });
    const flaw = schemas.flawIn(path, body);
    // Every optional property is there, so one that is missing is one that no response may have.
    if (flaw === undefined || flaw.keyword === 'required') return body;
  }
  return undefined;
}
