import { isJsonObject, type JsonObject, toPointer } from '../json/json-object.js';
import { SpecError } from './spec-error.js';
import { walkSpec } from './spec-walk.js';

/** A value of the document and how it was come to. */
interface Place {
  readonly value: unknown;
  readonly step: string;
  readonly above: Place | undefined;
  readonly depth: number;
}

const deepest = 200;
const mostValues = 1_000_000;
const kinds = ['[object Object]', '[object Array]'];
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

/** Names that every object has, such as `__proto__`: the engine finds them where no message has them. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** What is named like that could not be checked. Samples may hold what they like. Throws SpecError. */
export function checkNames(root: JsonObject): void {
  walkSpec(root, (node, path) => {
    for (const name of Object.keys(node)) checkName(name, [...path, name]);
    return undefined;
  });
}

/** The same for a single name that stands at a place. Throws SpecError. */
export function checkName(name: string, path: readonly string[]): void {
  if (!inherited.has(name)) return;
  throw new SpecError(toPointer(path), `every object inherits the name "${name}"`, 'Choose another');
}

/**
 * Every later walk relies on this: the document is JSON, and it ends, in depth and in width. An object that is in
 * many places counts once for each. Throws SpecError.
 */
export function checkSize(document: unknown): void {
  const open: Place[] = [{ value: document, step: '', above: undefined, depth: 0 }];
  let count = 0;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    checkKind(place);
    const { value, depth } = place;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) throw refused(place, `it nests more than ${deepest} levels deep here`);
    for (const [step, item] of Object.entries(value)) {
      open.push({ value: item, step, above: place, depth: depth + 1 });
    }
    count += 1;
    if (count + open.length > mostValues) throw refused(place, 'it is too large to be read');
  }
}

function checkKind(place: Place): void {
  const { value } = place;
  const isJson =
    typeof value === 'object'
      ? value === null || kinds.includes(Object.prototype.toString.call(value))
      : !['function', 'symbol', 'bigint'].includes(typeof value);
  if (!isJson) throw refused(place, 'this is not a JSON value');
}

/** The pointer leads no further than ten steps. */
function refused(place: Place, problem: string): SpecError {
  const steps: string[] = [];
  for (let at = place; at.above !== undefined; at = at.above) steps.unshift(at.step);
  const advice = 'Use plain JSON, with `$ref` for anything that is repeated or contains itself';
  return new SpecError(toPointer(steps.slice(0, 10)), problem, advice);
}
