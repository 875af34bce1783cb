import { isJsonObject, type JsonObject, ownProperty } from './json-object.js';

/** Writes path segments as a JSON pointer; the whole document is `''`. */
export function toPointer(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Reads a JSON pointer, or the fragment of a `$ref` without its `#`, into path segments. */
export function fromPointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at the path, or undefined when the path leads nowhere. */
export function valueAt(root: unknown, segments: readonly string[]): unknown {
  let value = root;
  for (const segment of segments) {
    if (Array.isArray(value)) value = value[Number(segment)];
    else if (isJsonObject(value)) value = ownProperty(value, segment);
    else return undefined;
  }
  return value;
}

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
