import { objectOr } from '../json/json-object.js';
import type { SpecNode } from '../spec/spec-node.js';
import { walkSpec } from '../spec/spec-walk.js';

/** The names of every property that the spec marks `writeOnly`, by itself or by the schema it refers to. */
export function writeOnlyNames(document: SpecNode): Set<string> {
  const names = new Set<string>();
  walkSpec(document.root, (_, path, isNameMap) => {
    if (!isNameMap || path.at(-1) !== 'properties') return undefined;
    const properties = path.reduce((node, key) => node.child(key), document);
    for (const [name, schema] of properties.entries()) {
      const isMarked = [schema.object, objectOr(properties.child(name).value)].some(
        (view) => view['writeOnly'] === true,
      );
      if (isMarked) names.add(name);
    }
    return undefined;
  });
  return names;
}
