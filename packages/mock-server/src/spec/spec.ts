import { checkDocument } from './check-document.js';
import { checkKeywords } from './check-keywords.js';
import { checkPatterns } from './check-patterns.js';
import { checkReferences } from './check-references.js';
import { CompiledSchemas } from './compiled-schemas.js';
import { type JsonObject, objectOr } from './json-object.js';
import type { Operation } from './operation.js';
import { readOperations } from './read-operations.js';
import { schemaPlaces } from './schema-places.js';
import { SpecNode } from './spec-node.js';

/** A spec that was checked and found usable. */
export interface Spec {
  readonly document: JsonObject;
  readonly version: string;
  /** Of the text it was read from, in hex. */
  readonly sha256: string;
  /** The path of the first server without a slash at its end, such as `/v0.9`; `''` for none. */
  readonly basePath: string;
  readonly operations: readonly Operation[];
  readonly schemas: CompiledSchemas;
}

/** Checks a parsed document and compiles its schemas. Throws SpecError for what could not be judged later. */
export function openSpec(parsed: unknown, sha256: string): Spec {
  const document = checkDocument(parsed);
  checkReferences(document);
  const places = schemaPlaces(document);
  for (const place of places) {
    checkKeywords(place);
    checkPatterns(place);
  }
  const root = SpecNode.of(document);
  return {
    document,
    version: String(objectOr(document['info'])['version'] ?? ''),
    sha256,
    basePath: basePathOf(root.at('servers').at('0')),
    operations: readOperations(root),
    schemas: new CompiledSchemas(document, places),
  };
}

function basePathOf(server: SpecNode): string {
  const { url } = server.object;
  if (typeof url !== 'string') return '';
  const variables = server.at('variables');
  const filled = url.replace(/\{([^{}]*)\}/g, (_, name: string) =>
    String(variables.at(name).object['default']),
  );
  return new URL(filled, 'http://localhost').pathname.replace(/\/+$/, '');
}
