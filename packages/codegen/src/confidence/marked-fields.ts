import { dereference, type JsonNode, listOf, nodeOf } from '../spec-diff/json-node.js';

/** How sure a statement of the spec is, the surest first. */
export const confidences = ['documented', 'inferred', 'preview', 'third-party', 'precedent'] as const;

/** One of `confidences`. */
export type Confidence = (typeof confidences)[number];

/** A mark of the spec; `undefined` where there is none. */
export function confidenceOf(node: JsonNode): Confidence | undefined {
  return confidences.find((confidence) => confidence === node['x-oms-confidence']);
}

/** Fields of a body, and the keywords of these that have a confidence of their own, by name. */
export interface MarkedParts {
  /** Such as `Customer.email`. */
  readonly fields: Map<string, Confidence>;
  /** Such as `Customer.id pattern` or `Customer required`. */
  readonly keywords: Map<string, Confidence>;
}

/** What a body or a parameter called `name` says; a field without a mark has that of its schema. */
export function markedFields(
  schema: unknown,
  document: JsonNode,
  operation: Confidence,
  name = 'body',
): MarkedParts {
  const fields = new Map<string, Confidence>();
  const keywords = new Map<string, Confidence>();
  const visit = (value: unknown, name: string, inherited: Confidence): void => {
    const { $ref: reference } = nodeOf(value);
    const isNamed = typeof reference === 'string';
    const node = isNamed ? dereference(value, document) : nodeOf(value);
    const own = isNamed ? reference.slice(reference.lastIndexOf('/') + 1) : name;
    const mark = confidenceOf(node) ?? (isNamed ? operation : inherited);
    for (const [keyword, of] of Object.entries(nodeOf(node['x-oms-confidence-of']))) {
      const known = confidences.find((confidence) => confidence === of);
      if (known !== undefined) keywords.set(`${own} ${keyword}`, known);
    }
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
  visit(schema, name, operation);
  return { fields, keywords };
}

function alternatives(node: JsonNode): unknown[] {
  return ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listOf(node[keyword]));
}
