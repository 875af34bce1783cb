import {
  isJsonObject,
  type JsonObject,
  objectOr,
  referencePath,
  referenceTarget,
  toPointer,
} from '../json/json-object.js';
import { SpecError } from './spec-error.js';
import { type SchemaPlace, walkSpec } from './spec-walk.js';

const known = new Set(
  `$schema $id $anchor $dynamicAnchor $ref $dynamicRef $defs $comment $vocabulary
   allOf anyOf oneOf not if then else dependentSchemas dependentRequired
   properties patternProperties additionalProperties unevaluatedProperties propertyNames
   items prefixItems unevaluatedItems contains minContains maxContains
   type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum
   maxLength minLength pattern maxItems minItems uniqueItems maxProperties minProperties required
   title description default deprecated readOnly writeOnly examples example
   format contentEncoding contentMediaType contentSchema discriminator xml externalDocs`.split(/\s+/),
);

/** Objects inside a schema that are not schemas. */
const notSchemas = new Set(['discriminator', 'xml', 'externalDocs', 'default', 'const', 'enum']);

/**
 * What would be checked wrongly or not at all is refused before anything is compiled, in these places and wherever a `$ref`
 * leads from there. Throws SpecError.
 */
export function checkSchemas(root: JsonObject, places: readonly SchemaPlace[]): void {
  const checked = new Set<JsonObject>();
  const open = [...places];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (checked.has(place.schema)) continue;
    checkPatterns(place);
    for (const node of checkKeywords(place)) {
      checked.add(node);
      if (typeof node['$ref'] === 'string') open.push(...targetOf(root, node['$ref']));
    }
  }
}

function targetOf(root: JsonObject, reference: string): SchemaPlace[] {
  const [path, target] = [referencePath(reference), referenceTarget(root, reference)];
  if (typeof target === 'boolean') return [];
  if (isJsonObject(target)) return [{ path, schema: target }];
  throw new SpecError(toPointer(path), 'a schema must be an object', `$ref "${reference}" points here`);
}

/**
 * A misspelt keyword checks nothing and tells nobody, so it is refused; `x-…` is free. Returns the schemas that were looked at.
 * Throws SpecError.
 */
function checkKeywords({ path, schema }: SchemaPlace): JsonObject[] {
  const looked: JsonObject[] = [];
  walkSpec(schema, (node, below, isNameMap) => {
    const key = below.at(-1) ?? '';
    if (isNameMap) return undefined;
    const isOther = notSchemas.has(key) || key.startsWith('x-') || below.includes('enum');
    if (isOther && !isPropertyName(below)) return 'skip';
    looked.push(node);
    return refuseUnknown(node, [...path, ...below]);
  });
  return looked;
}

function isPropertyName(below: readonly string[]): boolean {
  return ['properties', 'patternProperties', '$defs', 'dependentSchemas'].includes(below.at(-2) ?? '');
}

function refuseUnknown(node: object, path: readonly string[]): undefined {
  for (const keyword of Object.keys(node)) {
    if (known.has(keyword) || keyword.startsWith('x-')) continue;
    const advice =
      keyword === 'nullable' ? 'Write `type: [string, "null"]`' : 'Correct it, or begin it with `x-`';
    throw new SpecError(toPointer(path), `"${keyword}" is not a JSON Schema keyword`, advice, keyword);
  }
  return undefined;
}

/** A pattern that is no regular expression would switch off the check of its whole schema; throws SpecError. */
function checkPatterns({ path, schema }: SchemaPlace): void {
  walkSpec(schema, (node, below, isNameMap) => {
    if (isNameMap) return undefined;
    if (typeof node['pattern'] === 'string') checkPattern(node['pattern'], [...path, ...below, 'pattern']);
    for (const pattern of Object.keys(objectOr(node['patternProperties']))) {
      checkPattern(pattern, [...path, ...below, 'patternProperties', pattern]);
    }
    return undefined;
  });
}

function checkPattern(pattern: string, path: readonly string[]): void {
  try {
    new RegExp(pattern, 'u');
  } catch {
    const keyword = path.includes('patternProperties') ? 'patternProperties' : 'pattern';
    const advice = 'Write it for JavaScript with the u flag, escaping only what needs it';
    throw new SpecError(toPointer(path), 'this is not a regular expression', advice, keyword);
  }
}
