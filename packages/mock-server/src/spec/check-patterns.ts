import { objectOr } from './json-object.js';
import { toPointer } from './json-pointer.js';
import type { SchemaPlace } from './schema-places.js';
import { SpecError } from './spec-error.js';
import { walkSpec } from './spec-walk.js';

/** A pattern that is no regular expression would switch off the check of its whole schema; throws SpecError. */
export function checkPatterns({ path, schema }: SchemaPlace): void {
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
