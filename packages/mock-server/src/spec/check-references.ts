import { arrayOr, isJsonObject, type JsonObject } from './json-object.js';
import { toPointer } from './json-pointer.js';
import { referenceTarget } from './references.js';
import { SpecError } from './spec-error.js';
import { walkSpec } from './spec-walk.js';

/** Every `$ref` must point at something inside the document, and not back at itself; throws SpecError. */
export function checkReferences(root: JsonObject): void {
  walkSpec(root, (node, path, isNameMap) => {
    if (isNameMap || typeof node['$ref'] !== 'string') return undefined;
    checkTarget(root, node['$ref'], toPointer(path));
    if (leadsBack(root, node)) {
      throw new SpecError(
        toPointer(path),
        `$ref "${node['$ref']}" leads back to itself`,
        'Break the circle',
        '$ref',
      );
    }
    return undefined;
  });
}

function checkTarget(root: JsonObject, reference: string, pointer: string): void {
  if (!reference.startsWith('#')) {
    const advice = 'Bundle the spec into one file first, for example with `npx @redocly/cli bundle`';
    throw new SpecError(pointer, `$ref points outside the document, at "${reference}"`, advice, '$ref');
  }
  if (referenceTarget(root, reference) === undefined) {
    throw new SpecError(
      pointer,
      `$ref "${reference}" points at nothing`,
      'Add what it names or correct it',
      '$ref',
    );
  }
}

/** A schema that applies itself to the same value is never done; below a property or an item it may recur. */
function leadsBack(root: JsonObject, start: JsonObject): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = sameValueTargets(root, start);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start) return true;
    if (seen.has(next) || !isJsonObject(next)) continue;
    seen.add(next);
    open.push(...sameValueTargets(root, next));
  }
  return false;
}

function sameValueTargets(root: JsonObject, node: JsonObject): unknown[] {
  const target = typeof node['$ref'] === 'string' ? [referenceTarget(root, node['$ref'])] : [];
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => arrayOr(node[key]));
  return [...target, ...lists, node['not'], node['if'], node['then'], node['else']].filter(isJsonObject);
}
