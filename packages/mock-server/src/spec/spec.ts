import { createHash } from 'node:crypto';
import shippedDocument from '@oms-sdk/openapi/openapi.json' with { type: 'json' };
import { spec as shipped } from '../generated/spec.gen.js';
import { type JsonObject, mergePatch } from '../json/json-object.js';
import { checkJsonText } from '../json/read-json.js';
import { checkDocument, checkNames, checkSize } from './check-document.js';
import { checkReferences } from './check-references.js';
import { checkSchemas } from './check-schema.js';
import { CompiledSchemas } from './compiled-schemas.js';
import type { Operation } from './operation.js';
import { readOperations } from './read-operations.js';
import { NoTextError, readText } from './read-text.js';
import { ParseError, SpecError } from './spec-error.js';
import { expectList, objectsIn, SpecNode } from './spec-node.js';
import { schemaPlaces } from './spec-walk.js';

const advice: Readonly<Record<NoTextError['why'], string>> = {
  unreadable: 'Give the path of an OpenAPI 3.1 file',
  'too-large': 'Remove what the mock server does not have to serve',
  'not-text': 'Give an OpenAPI 3.1 document as JSON or YAML',
};

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

/** Opens the shipped spec, a JSON or YAML file, or a parsed document, changed by a merge patch. Throws SpecError. */
export async function readSpec(source?: string | object, changes?: JsonObject): Promise<Spec> {
  if (source === undefined) return openSpec(shippedDocument, shipped.sha256, changes);
  if (typeof source === 'object') {
    checkSize(source);
    return openSpec(structuredClone(source), sha256(JSON.stringify(source)), changes);
  }
  const { text, parsed } = await readSpecFile(source);
  checkSize(parsed);
  return openSpec(parsed, sha256(text), changes);
}

/** Checks a parsed document, changed by a merge patch, and compiles its schemas. Throws SpecError for what could not be checked later. */
function openSpec(parsed: unknown, sha256: string, changes: JsonObject = {}): Spec {
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

/** A spec as it was read. */
interface SpecFile {
  readonly text: string;
  readonly parsed: unknown;
}

/** Reads a file of JSON or, going by its name, YAML. Throws SpecError. */
async function readSpecFile(path: string): Promise<SpecFile> {
  try {
    const text = await readText(path);
    if (!/\.ya?ml$/i.test(path)) return { text, parsed: parseJson(text) };
    const { parseYaml } = await import('./parse-yaml.js');
    return { text, parsed: parseYaml(text) };
  } catch (error) {
    if (error instanceof NoTextError) throw new SpecError('', error.message, advice[error.why]);
    if (!(error instanceof ParseError)) throw error;
    const { place, message } = error;
    const where = place === undefined ? '' : `line ${place.line}, column ${place.column}: `;
    throw new SpecError('', where + message, 'Correct the file');
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads JSON of at most 200 levels. Throws ParseError, also for a name that an object has twice. */
function parseJson(text: string): unknown {
  const value = parse(text);
  const finding = checkJsonText(text);
  if (finding === undefined) return value;
  const place = `/${finding.location.slice(0, 10).join('/')}`;
  if (finding.reason === 'duplicate-key') throw new ParseError(`the key at ${place} is there twice`);
  throw new ParseError(`it nests more than 200 levels deep below ${place}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [reason = ''] = String((error as Error).message).split('\n');
    const at = /at position (\d+)/.exec(reason)?.[1];
    throw new ParseError(`it is not JSON: ${printable(reason)}`, at === undefined ? at : placeOf(text, +at));
  }
}

/** Node quotes the text; what it quotes must not steer a terminal. */
function printable(reason: string): string {
  return reason.replace(/\p{C}+/gu, '…').slice(0, 200);
}

function placeOf(text: string, at: number) {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
