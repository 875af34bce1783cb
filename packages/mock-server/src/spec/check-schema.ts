import { objectOr, toPointer } from '../json/json-object.js';
import type { SchemaPlace } from './schema-places.js';
import { SpecError } from './spec-error.js';
import { walkSpec } from './spec-walk.js';

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

/** What would be checked wrongly or not at all is refused before anything is compiled. Throws SpecError. */
export function checkSchema(place: SchemaPlace): void {
  checkKeywords(place);
  checkPatterns(place);
}

/** A misspelt keyword checks nothing and tells nobody, so it is refused; `x-…` is free. Throws SpecError. */
function checkKeywords({ path, schema }: SchemaPlace): void {
  walkSpec(schema, (node, below, isNameMap) => {
    const key = below.at(-1) ?? '';
    if (isNameMap) return undefined;
    if (notSchemas.has(key) || key.startsWith('x-') || below.includes('enum')) {
      return isPropertyName(below) ? refuseUnknown(node, [...path, ...below]) : 'skip';
    }
    return refuseUnknown(node, [...path, ...below]);
  });
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
