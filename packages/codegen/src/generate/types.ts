import openapiTS, {
  astToString,
  NUMBER,
  type OpenAPI3,
  type SchemaObject,
  tsLiteral,
} from 'openapi-typescript';
import ts from 'typescript';
import type { BundledSpec } from '../load/load-spec.js';
import { type JsonNode, nodeOf, resolve } from '../model/json-node.js';
import { banner } from './facts.js';

/** A value that the spec does not list, in a place where the API may add values at any time. */
const unrecognized = `declare const unrecognized: unique symbol;
/** A value that this version of the spec does not know: the API may add values to response enums at any time. */
export type Unrecognized = string & { readonly [unrecognized]: true };
`;

/** TypeScript types of every path, schema and webhook; response enums and known values are open. */
export async function generateTypes(spec: BundledSpec): Promise<string> {
  const document = JSON.parse(spec.json) as JsonNode;
  describeReferences(document, document);
  const nodes = await openapiTS(document as unknown as OpenAPI3, {
    alphabetize: false,
    defaultNonNullable: false,
    silent: true,
    transform: openUnion,
  });
  return `${banner}${unrecognized}\n${astToString(nodes)}`;
}

/** Gives every property that only refers to a schema the description of that schema, which editors would not show. */
function describeReferences(value: unknown, document: JsonNode): void {
  if (typeof value !== 'object' || value === null) return;
  for (const property of Object.values(nodeOf(nodeOf(value)['properties']))) {
    const node = nodeOf(property);
    if (typeof node['$ref'] !== 'string' || node['description'] !== undefined) continue;
    const { description } = resolve(property, document);
    if (description !== undefined) Object.assign(node, { description });
  }
  for (const child of Object.values(value)) describeReferences(child, document);
}

interface EnumSchema {
  readonly enum?: readonly unknown[];
  readonly 'x-oms-open-enum'?: boolean;
  readonly 'x-oms-known-values'?: readonly string[];
}

/**
 * `x-oms-known-values: [a, b]` becomes `"a" | "b" | (string & {})`, which suggests the values and takes any other text.
 * `enum: [a, b]` marked `x-oms-open-enum` becomes `"a" | "b" | Unrecognized`, and `enum: [1, 2]` becomes `1 | 2 | number`;
 * a `null` among the values stays.
 */
function openUnion(schema: SchemaObject): ts.TypeNode | undefined {
  const { enum: values, 'x-oms-open-enum': isOpen, 'x-oms-known-values': known } = schema as EnumSchema;
  if (known !== undefined) return ts.factory.createUnionTypeNode([...known.map(tsLiteral), anyText()]);
  if (isOpen !== true || values === undefined) return undefined;
  const hasNumbers = values.some((value) => typeof value === 'number');
  const others = hasNumbers ? NUMBER : ts.factory.createTypeReferenceNode('Unrecognized');
  return ts.factory.createUnionTypeNode([...values.map(tsLiteral), others]);
}

/** `string & {}`: any text, without hiding the literals beside it from editors. */
function anyText(): ts.TypeNode {
  const text = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  return ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([text, ts.factory.createTypeLiteralNode([])]),
  );
}
