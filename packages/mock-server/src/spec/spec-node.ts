import {
  isJsonObject,
  type JsonObject,
  ownProperty,
  referencePath,
  referenceTarget,
  toPointer,
} from '../json/json-object.js';
import { SpecError } from './spec-error.js';

/** A place in the spec. Stepping from it follows `$ref`, so a path never leads through a reference. */
export class SpecNode {
  readonly root: JsonObject;
  readonly path: readonly string[];
  readonly value: unknown;

  private constructor(root: JsonObject, path: readonly string[], value: unknown) {
    this.root = root;
    this.path = path;
    this.value = value;
  }

  /** The document itself. */
  static of(root: JsonObject): SpecNode {
    return new SpecNode(root, [], root);
  }

  /** The JSON pointer of this place. */
  get pointer(): string {
    return toPointer(this.path);
  }

  /** The value as an object; an empty one when it is anything else. */
  get object(): JsonObject {
    return isJsonObject(this.value) ? this.value : {};
  }

  /** One step down, and on to what a `$ref` there names. */
  at(key: string): SpecNode {
    return this.child(key).followed();
  }

  /** One step down without following a `$ref`: a schema may have keywords beside it. */
  child(key: string): SpecNode {
    const value = Array.isArray(this.value) ? this.value[Number(key)] : ownProperty(this.object, key);
    return new SpecNode(this.root, [...this.path, key], value);
  }

  /** Everything one step down, references followed. */
  entries(): [string, SpecNode][] {
    const holder = Array.isArray(this.value) ? this.value : this.object;
    return Object.keys(holder).map((key) => [key, this.at(key)]);
  }

  /** Throws SpecError for a `$ref` that leads out of the document, to nothing, or in a circle. */
  private followed(): SpecNode {
    const seen = new Set<string>();
    let node: SpecNode = this;
    for (
      let reference = node.object['$ref'];
      typeof reference === 'string';
      reference = node.object['$ref']
    ) {
      if (seen.has(reference)) throw leadsBack(node.pointer, reference);
      seen.add(reference);
      checkTarget(this.root, reference, node.pointer);
      node = new SpecNode(this.root, referencePath(reference), referenceTarget(this.root, reference));
    }
    return node;
  }
}

/** A reference must point at something inside the document; throws SpecError. */
export function checkTarget(root: JsonObject, reference: string, pointer: string): void {
  if (!reference.startsWith('#')) {
    const advice = 'Bundle the spec into one file first, for example with `npx @redocly/cli bundle`';
    throw new SpecError(pointer, `$ref points outside the document, at "${reference}"`, advice, '$ref');
  }
  if (reference !== '#' && !reference.startsWith('#/')) {
    const advice = 'Write `#/` and a path';
    throw new SpecError(pointer, `$ref "${reference}" points at an anchor`, advice, '$ref');
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
