import { relative } from 'node:path';
import type { BaseResolver, Document } from '@redocly/openapi-core';
import { followReference, keyOf, type Reference } from './follow-reference.js';
import type { SpecProblem } from './spec-problems.js';

type Node = Readonly<Record<string, unknown>>;

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
