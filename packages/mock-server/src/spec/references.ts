import type { JsonObject } from './json-object.js';
import { fromPointer, valueAt } from './json-pointer.js';
import { SpecError } from './spec-error.js';

/** The path a `#/…` reference names. */
export function referencePath(reference: string): string[] {
  try {
    return fromPointer(decodeURIComponent(reference.slice(1)));
  } catch {
    return fromPointer(reference.slice(1));
  }
}

/** What a `#/…` reference names, or undefined. */
export function referenceTarget(root: JsonObject, reference: string): unknown {
  return valueAt(root, referencePath(reference));
}

/** A reference must point at something inside the document; throws SpecError. */
export function checkTarget(root: JsonObject, reference: string, pointer: string): void {
  if (!reference.startsWith('#')) {
    const advice = 'Bundle the spec into one file first, for example with `npx @redocly/cli bundle`';
    throw new SpecError(pointer, `$ref points outside the document, at "${reference}"`, advice, '$ref');
  }
  if (referenceTarget(root, reference) === undefined) {
    const problem = `$ref "${reference}" points at nothing`;
    throw new SpecError(pointer, problem, 'Add what it names or correct it', '$ref');
  }
}

/** What to say of a reference that never arrives. */
export function leadsBack(pointer: string, reference: string): SpecError {
  return new SpecError(pointer, `$ref "${reference}" leads back to itself`, 'Break the circle', '$ref');
}
