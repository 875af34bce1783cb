import type { BaseResolver, Document } from '@redocly/openapi-core';

type Node = Readonly<Record<string, unknown>>;

/** Where a `$ref` stands, and what it says. */
export interface Reference {
  readonly document: Document;
  readonly text: string;
}

/** The document a reference leads to; `undefined` when that cannot be read, which lint reports better. */
export async function followReference(
  from: Reference,
  visited: readonly string[],
  resolver: BaseResolver,
): Promise<Document | 'circular' | undefined> {
  // A reference that merely leads into a cycle is not to blame; those in the cycle are checked in turn.
  if (visited.includes(keyOf(from))) return visited[0] === keyOf(from) ? 'circular' : from.document;
  const [file = '', pointer = ''] = from.text.split('#');
  const document =
    file === ''
      ? from.document
      : await resolver.resolveDocument(from.document.source.absoluteRef, file).catch(() => undefined);
  if (document === undefined || document instanceof Error) return undefined;
  const further = [...visited, keyOf(from)];
  let node: unknown = document.parsed;
  for (const segment of [...pointer.split('/').filter(Boolean), undefined]) {
    const text = typeof node === 'object' && node !== null ? (node as Node)['$ref'] : undefined;
    if (typeof text === 'string') return followReference({ document, text }, further, resolver);
    if (segment !== undefined) node = child(node, segment);
  }
  for (const text of partsOf(node))
    if ((await followReference({ document, text }, further, resolver)) === 'circular') return 'circular';
  return document;
}

/** References to schemas that are part of this one as a whole. */
function partsOf(node: unknown): string[] {
  const parts = child(node, 'allOf');
  return (Array.isArray(parts) ? parts : []).flatMap((part) => {
    const text = child(part, '$ref');
    return typeof text === 'string' ? [text] : [];
  });
}

function child(node: unknown, segment: string): unknown {
  const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
  return typeof node === 'object' && node !== null && Object.hasOwn(node, key)
    ? (node as Node)[key]
    : undefined;
}

/** Equal for references with the same text in the same file. */
export const keyOf = ({ document, text }: Reference): string => `${document.source.absoluteRef}\n${text}`;
