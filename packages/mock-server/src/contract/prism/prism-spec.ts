import { isJsonObject, type JsonObject } from '../../json/json-object.js';
import { nameMaps } from '../../spec/spec-walk.js';

/** Keys Prism has no use for here. Samples and prose cost it a third of the start-up time. */
const unused = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'deprecated',
]);

/** Prism rounds: 19.99 would be no multiple of 0.01. */
const misread = 'multipleOf';

/**
 * A copy of the spec as Prism has to see it: with the JSON Schema dialect it would otherwise not assume, without
 * open enums (whose unknown values are drift, not errors), and free for Prism to change.
 */
export function prismSpec(document: JsonObject): object {
  const { webhooks: _, ...rest } = document;
  const dialect = 'https://json-schema.org/draft/2020-12/schema';
  return { ...(stripped(rest, false) as object), jsonSchemaDialect: dialect };
}

function stripped(value: unknown, isNameMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => stripped(item, false));
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => isNameMap || !isUnused(key, value));
  return Object.fromEntries(kept.map(([key, item]) => [key, copyOf(key, item, isNameMap)]));
}

function copyOf(key: string, value: unknown, isNameMap: boolean): unknown {
  const isData = !isNameMap && (key === 'enum' || key === 'const' || key === 'default');
  return isData ? structuredClone(value) : stripped(value, !isNameMap && nameMaps.has(key));
}

function isUnused(key: string, owner: JsonObject): boolean {
  return (
    unused.has(key) ||
    key === misread ||
    key.startsWith('x-') ||
    (key === 'enum' && owner['x-oms-open-enum'] === true)
  );
}
