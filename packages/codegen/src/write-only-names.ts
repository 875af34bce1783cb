import type { OpenApiDocument } from './load-spec.js';
import { referenceName } from './reference-name.js';

type Node = Readonly<Record<string, unknown>>;

/** Names of the properties that the spec marks `writeOnly`, in place or at the schema they refer to; sorted. */
export function writeOnlyNames({ components }: OpenApiDocument): string[] {
  const schemas = (components['schemas'] ?? {}) as Readonly<Record<string, Node>>;
  const isWriteOnly = (property: Node): boolean => {
    const reference = property['$ref'];
    const target = typeof reference === 'string' ? schemas[referenceName(reference)] : undefined;
    return property['writeOnly'] === true || target?.['writeOnly'] === true;
  };
  const names = Object.values(schemas).flatMap(({ properties }) =>
    Object.entries((properties ?? {}) as Readonly<Record<string, Node>>)
      .filter(([, property]) => isWriteOnly(property))
      .map(([name]) => name),
  );
  return [...new Set(names)].sort();
}
