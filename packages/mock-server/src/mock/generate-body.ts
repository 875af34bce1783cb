import { JSONSchemaFaker } from 'json-schema-faker';
import { objectOr } from '../spec/json-object.js';
import type { SchemaPlace } from '../spec/schema-places.js';
import type { Spec } from '../spec/spec.js';
import { seededRandom } from './seeded-random.js';

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
  const { components } = structuredClone({ components: document['components'] });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    JSONSchemaFaker.option({ ...options, random: seededRandom(`${seed}:${attempt}`) });
    const body: unknown = JSONSchemaFaker.generate({ ...schema, components: objectOr(components) });
    if (schemas.flawIn(path, body) === undefined) return body;
  }
  return undefined;
}
