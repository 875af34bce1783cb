import { isJsonObject } from './json-object.js';
import { SpecError } from './spec-error.js';
import type { SpecNode } from './spec-node.js';

/** The node, which must be an object. Throws SpecError. */
export function expectObject(node: SpecNode, what: string): SpecNode {
  if (isJsonObject(node.value)) return node;
  throw new SpecError(node.pointer, `${what} must be an object`, `It is ${kindOf(node.value)}`);
}

/** The node, which must be a list or not be there. Throws SpecError. */
export function expectList(node: SpecNode, what: string): SpecNode {
  if (node.value === undefined || Array.isArray(node.value)) return node;
  throw new SpecError(node.pointer, `${what} must be a list`, `It is ${kindOf(node.value)}`);
}

/** What an object or a list holds, each of which must be an object; names that begin with `x-` are free. Throws SpecError. */
export function objectsIn(holder: SpecNode, what: string): [string, SpecNode][] {
  if (holder.value === undefined) return [];
  const items = Array.isArray(holder.value) ? holder : expectObject(holder, `What holds each ${what}`);
  return items
    .entries()
    .filter(([name]) => !name.startsWith('x-'))
    .map(([name, node]) => [name, expectObject(node, `A ${what}`)]);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return isJsonObject(value) ? 'an object' : `a ${typeof value}`;
}
