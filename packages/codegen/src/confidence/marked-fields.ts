import { dereference, type JsonNode, listOf, nodeOf } from '../spec-diff/json-node.js';

/** How sure a statement of the spec is, the surest first. */
export const confidences = ['documented', 'inferred', 'preview', 'third-party'] as const;

/** One of `confidences`. */
export type Confidence = (typeof confidences)[number];

/** A mark of the spec; `undefined` where there is none. */
export function confidenceOf(node: JsonNode): Confidence | undefined {
  return confidences.find((confidence) => confidence === node['x-oms-confidence']);
}

/** The fields of a body by name, such as `Customer.email`; one without a mark has that of its schema, or of the operation. */
export function markedFields(
  schema: unknown,
  document: JsonNode,
  operation: Confidence,
): Map<string, Confidence> {
  const fields = new Map<string, Confidence>();
  const visit = (value: unknown, name: string, inherited: Confidence): void => {
    const { $ref: reference } = nodeOf(value);
    const isNamed = typeof reference === 'string';
    const node = isNamed ? dereference(value, document) : nodeOf(value);
    const own = isNamed ? reference.slice(reference.lastIndexOf('/') + 1) : name;
    const mark = confidenceOf(node) ?? (isNamed ? operation : inherited);
    for (const [key, property] of Object.entries(nodeOf(node['properties']))) {
      const field = `${own}.${key}`;
      if (fields.has(field)) continue;
      const ofField = confidenceOf(nodeOf(property)) ?? mark;
      fields.set(field, ofField);
      visit(property, field, ofField);
    }
    const parts = [node['items'], node['additionalProperties'], ...alternatives(node)];
    for (const part of parts) if (part !== undefined) visit(part, own, mark);
  };
  visit(schema, 'body', operation);
  return fields;
}

function alternatives(node: JsonNode): unknown[] {
  return ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listOf(node[keyword]));
}
