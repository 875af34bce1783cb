import { findEndless } from './find-endless.js';
import type { JsonObject } from './json-object.js';
import { toPointer } from './json-pointer.js';
import { checkTarget, leadsBack } from './references.js';
import { SpecError } from './spec-error.js';
import { walkSpec } from './spec-walk.js';

/** Every `$ref` must point at something inside the document, and arrive there; throws SpecError. */
export function checkReferences(root: JsonObject): void {
  walkReferences(root, (node, pointer) => {
    const { $ref: reference } = node;
    if (typeof reference !== 'string' || reference === '')
      throw new SpecError(pointer, '$ref is not a reference', 'Write `#/` and a path', '$ref');
    checkTarget(root, reference, pointer);
  });
  const settled = new Map<JsonObject, number>();
  walkReferences(root, (node, pointer) => {
    const endless = findEndless(root, node, settled);
    if (endless === undefined) return;
    const place = pointerTo(root, endless.node) ?? pointer;
    if (endless.isCircle) throw leadsBack(place, String(endless.node['$ref']));
    throw new SpecError(
      place,
      'this leads through more than 100 schemas',
      'Refer to the last of them',
      '$ref',
    );
  });
}

function pointerTo(root: JsonObject, wanted: JsonObject): string | undefined {
  let found: string | undefined;
  walkReferences(root, (node, pointer) => {
    if (node === wanted) found = pointer;
  });
  return found;
}

function walkReferences(root: JsonObject, visit: (node: JsonObject, pointer: string) => void): void {
  walkSpec(root, (node, path, isNameMap) => {
    if (!isNameMap && Object.hasOwn(node, '$ref')) visit(node, toPointer(path));
    return undefined;
  });
}
