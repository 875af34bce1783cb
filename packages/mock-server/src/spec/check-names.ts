import type { JsonObject } from './json-object.js';
import { toPointer } from './json-pointer.js';
import { SpecError } from './spec-error.js';
import { walkSpec } from './spec-walk.js';

/** Names that every object has, such as `__proto__`: the engine finds them where no message has them. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** What is named like that could not be judged. Samples may hold what they like. Throws SpecError. */
export function checkNames(root: JsonObject): void {
  walkSpec(root, (node, path) => {
    for (const name of Object.keys(node)) checkName(name, [...path, name]);
    return undefined;
  });
}

/** The same for a single name that stands at a place. Throws SpecError. */
export function checkName(name: string, path: readonly string[]): void {
  if (!inherited.has(name)) return;
  throw new SpecError(toPointer(path), `every object inherits the name "${name}"`, 'Choose another');
}
