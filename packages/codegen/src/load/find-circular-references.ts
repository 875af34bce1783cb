import { relative } from 'node:path';
import type { BaseResolver, Document } from '@redocly/openapi-core';
import type { SpecProblem } from './spec-problems.js';

type Node = Readonly<Record<string, unknown>>;

/** Where a `$ref` stands, and what it says. */
interface Reference {
  readonly document: Document;
  readonly text: string;
}

/**
 * A `$ref` that leads to a `$ref`, or to a schema that is all of a `$ref`, and so on, back to itself names nothing; a schema
 * with a property of its own kind is fine.
 */
export async function findCircularReferences(
  rootFile: string,
  folder: string,
  resolver: BaseResolver,
): Promise<SpecProblem[]> {
  const problems: SpecProblem[] = [];
  const known = new Set<string>();
  const open = [(await resolver.resolveDocument(null, rootFile, true)) as Document];
  for (let document = open.pop(); document !== undefined; document = open.pop()) {
    for (const text of referencesIn(document.parsed)) {
      const key = keyOf({ document, text });
      if (known.has(key)) continue;
      known.add(key);
      const target = await followReference({ document, text }, [], resolver);
      if (target === 'circular') problems.push(problemOf({ document, text }, folder));
      // A file is searched again for each new reference to it; `known` makes that end.
      else if (target !== undefined) open.push(target);
    }
  }
  return problems;
}

function* referencesIn(parsed: unknown): Generator<string> {
  const queue: unknown[] = [parsed];
  for (let index = 0; index < queue.length; index += 1) {
    const node = queue[index];
    if (typeof node !== 'object' || node === null) continue;
    const { $ref: text } = node as Node;
    if (typeof text === 'string') yield text;
    queue.push(...Object.values(node));
  }
}

function problemOf({ document: { source }, text }: Reference, folder: string): SpecProblem {
  const line =
    source.body.split('\n').findIndex((candidate) => candidate.includes('$ref') && candidate.includes(text)) +
    1;
  const file = relative(folder, source.absoluteRef);
  return {
    file,
    line: Math.max(1, line),
    column: 1,
    message: `$ref "${text}" leads back to itself. Break the cycle.`,
  };
}

/** The document a reference leads to; `undefined` when that cannot be read, which lint reports better. */
async function followReference(
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
const keyOf = ({ document, text }: Reference): string => `${document.source.absoluteRef}\n${text}`;
