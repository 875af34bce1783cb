import { expectList, objectsIn } from './expected.js';
import { isJsonObject, type JsonObject } from './json-object.js';
import { SpecError } from './spec-error.js';
import { SpecNode } from './spec-node.js';

const dialects = [
  undefined,
  'https://json-schema.org/draft/2020-12/schema',
  'https://spec.openapis.org/oas/3.1/dialect/base',
];

/** The document must be OpenAPI 3.1 with paths and known security schemes; throws SpecError. */
export function checkDocument(document: unknown): JsonObject {
  if (!isJsonObject(document)) {
    throw new SpecError('', 'it is not an object', 'Give an OpenAPI 3.1 document as JSON or YAML');
  }
  if (!/^3\.1\.\d+$/.test(String(document['openapi']))) {
    throw new SpecError(
      '/openapi',
      'it is not OpenAPI 3.1',
      'Write `openapi: 3.1.0` and convert the schemas',
    );
  }
  if (!dialects.includes(document['jsonSchemaDialect'] as string | undefined)) {
    const advice = `Write the schemas for ${dialects[1]} and say so here`;
    throw new SpecError(
      '/jsonSchemaDialect',
      'schemas of this dialect cannot be checked',
      advice,
      'jsonSchemaDialect',
    );
  }
  const { paths = {} } = document;
  if (!isJsonObject(paths) || Object.keys(paths).length === 0) {
    throw new SpecError('/paths', 'there are no paths', 'Describe at least one operation');
  }
  return document;
}

/** An unknown name in `security` would leave the operation open to everybody; throws SpecError. */
export function checkSecurity(security: SpecNode): void {
  const schemes = Object.keys(SpecNode.of(security.root).at('components').at('securitySchemes').object);
  for (const [index, requirement] of objectsIn(expectList(security, '`security`'), 'security requirement')) {
    for (const name of Object.keys(requirement.object)) {
      if (schemes.includes(name)) continue;
      const advice = 'Define it in components.securitySchemes';
      throw new SpecError(`${security.pointer}/${index}`, `there is no security scheme "${name}"`, advice);
    }
  }
}
