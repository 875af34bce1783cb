import type { JsonObject } from './json-object.js';
import { fromPointer, valueAt } from './json-pointer.js';

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
