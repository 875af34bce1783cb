import type { BundledSpec } from '../load/load-spec.js';
import { type JsonNode, nodeOf } from '../model/json-node.js';

const note =
  'This is the portable flavour of the document: where the API may add values, a schema is `anyOf` of the values that are ' +
  'known and of any other, for generators that take an enum for all values there will ever be.';

/** The spec for the generators of others, which do not read `x-oms-open-enum`: pretty-printed JSON with a final newline. */
export function generatePortableSpec({ json }: BundledSpec): string {
  const document = opened(JSON.parse(json)) as JsonNode;
  const info = nodeOf(document['info']);
  const description = [info['description'], note].filter((text) => text !== undefined).join('\n\n');
  return `${JSON.stringify({ ...document, info: { ...info, description } }, null, 2)}\n`;
}

/** The same value, in which every schema that takes more values than it lists says so in plain JSON Schema. */
function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, opened(child)] as const);
  const { type, enum: values, ...rest }: JsonNode = Object.fromEntries(entries);
  const { 'x-oms-open-enum': isOpen, 'x-oms-known-values': known, ...others } = rest;
  if (isOpen === true) return { ...others, anyOf: [{ type, enum: values }, { type }] };
  // Beside an enum that is not open, known values only say what it lists.
  if (!Array.isArray(known) || values !== undefined) return Object.fromEntries(entries);
  return { ...others, anyOf: [{ type, enum: known }, { type }] };
}
