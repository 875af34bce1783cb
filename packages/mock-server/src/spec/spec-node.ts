import { isJsonObject, type JsonObject, ownProperty } from './json-object.js';
import { toPointer } from './json-pointer.js';
import { checkTarget, leadsBack, referencePath, referenceTarget } from './references.js';

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
