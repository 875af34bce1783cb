import { type JsonObject, mergePatch } from '../json/json-object.js';
import { checkDocument, checkNames } from './check-document.js';
import { checkReferences } from './check-references.js';
import { checkSchemas } from './check-schema.js';
import { CompiledSchemas } from './compiled-schemas.js';
import type { Operation } from './operation.js';
import { readOperations } from './read-operations.js';
import { SpecError } from './spec-error.js';
import { expectList, objectsIn, SpecNode } from './spec-node.js';
import { schemaPlaces } from './spec-walk.js';

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

/** Checks a parsed document, changed by a merge patch, and compiles its schemas. Throws SpecError for what could not be checked later. */
export function openSpec(parsed: unknown, sha256: string, changes: JsonObject = {}): Spec {
  const document = mergePatch(checkDocument(parsed), changes);
  checkNames(document);
  checkReferences(document);
  const places = schemaPlaces(document);
  checkSchemas(document, places);
  const root = SpecNode.of(document);
  return {
    document,
    version: versionIn(root),
    sha256,
    basePath: basePathOf(root.at('servers')),
    operations: readOperations(root),
    schemas: new CompiledSchemas(document, places),
  };
}

function versionIn(root: SpecNode): string {
  const version = root.at('info').at('version');
  if (['undefined', 'string', 'number'].includes(typeof version.value)) return String(version.value ?? '');
  throw new SpecError(version.pointer, 'the version must be a string', 'Write one such as 1.0.0');
}

function basePathOf(servers: SpecNode): string {
  const [first] = objectsIn(expectList(servers, '`servers`'), 'server');
  if (first === undefined) return '';
  const [, server] = first;
  const filled = String(server.object['url']).replace(/\{([^{}]*)\}/g, (_, name: string) =>
    String(server.at('variables').at(name).object['default']),
  );
  try {
    return new URL(filled, 'http://localhost').pathname.replace(/(?<!\/)\/+$/, '');
  } catch {
    throw new SpecError(
      `${server.pointer}/url`,
      'this is not a URL',
      'Write one such as https://example.com/v1',
    );
  }
}
