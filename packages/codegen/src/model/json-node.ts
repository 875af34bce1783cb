import { isDeepStrictEqual } from 'node:util';

/** An object of a JSON document. */
export type JsonNode = Readonly<Record<string, unknown>>;

/** The object itself, or an empty one for anything else. */
export function nodeOf(value: unknown): JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonNode) : {};
}

/** The list itself, or an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What `#/a/b` leads to in a document; `undefined` when it leads nowhere. */
export function lookUp(document: JsonNode, reference: string): unknown {
  const keys = reference.replace(/^#\/?/, '').split('/');
  return keys.reduce<unknown>((node, key) => {
    const name = decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof node === 'object' && node !== null && Object.hasOwn(node, name)
      ? (node as JsonNode)[name]
      : undefined;
  }, document);
}

/** The object behind a chain of `$ref`s, with what stands beside each; a circular chain leads to an empty object. */
export function resolve(value: unknown, document: JsonNode): JsonNode {
  const seen = new Set<string>();
  let { $ref: next, ...node } = nodeOf(value);
  while (typeof next === 'string') {
    if (seen.has(next)) return {};
    seen.add(next);
    const { $ref: further, ...target } = nodeOf(lookUp(document, next));
    node = { ...target, ...node };
    next = further;
  }
  return node;
}

/** Own keys of both objects, each once, in the order of the second. */
export function keysOf(before: JsonNode, after: JsonNode): string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])];
}

/** The value of an own key. */
export function own(node: JsonNode, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

/** Whether two JSON values are the same; the order of keys does not count. */
export function same(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(left, right);
}
