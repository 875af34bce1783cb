/** A JSON object of unknown content. */
export type JsonObject = { readonly [key: string]: unknown };

/** Tells a JSON object from arrays, null and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one when it is anything else. */
export function objectOr(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The value as an array; an empty one when it is anything else. */
export function arrayOr(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reads an own property only, so that `constructor` or `__proto__` in a message never finds anything. */
export function ownProperty(value: JsonObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** An object with a merge patch applied (RFC 7396): `null` takes a property away, an object goes on inside, all else replaces. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const changed = Object.entries(patch).map(([name, item]) => {
    const inside = objectOr(ownProperty(target, name));
    return [name, isJsonObject(item) ? mergePatch(inside, item) : item] as const;
  });
  const all = Object.entries({ ...target, ...Object.fromEntries(changed) });
  return Object.fromEntries(all.filter(([name]) => ownProperty(patch, name) !== null));
}

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

const longest = 64;

/** A property name from a message, fit to be shown: cut to 64 characters, control characters escaped. */
export function safeName(name: string): string {
  const cut = name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
