import openapiTS, {
  astToString,
  NUMBER,
  type OpenAPI3,
  type SchemaObject,
  tsLiteral,
} from 'openapi-typescript';
import ts from 'typescript';
import type { BundledSpec } from '../load/load-spec.js';
import { type JsonNode, lookUp, nodeOf, resolve } from '../model/json-node.js';
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
  return `${banner}${unrecognized}\n${astToString(openWhatIsSent(nodes, schemasSent(document)))}`;
}

/** Names of the schemas of everything that is sent. */
function schemasSent(document: JsonNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { $ref: reference } = value as { readonly $ref?: unknown };
    if (typeof reference === 'string' && !names.has(nameIn(reference))) {
      names.add(nameIn(reference));
      visit(lookUp(document, reference));
    }
    for (const child of Object.values(value)) visit(child);
  };
  for (const item of Object.values(nodeOf(document['paths']))) {
    for (const operation of Object.values(nodeOf(item)).map(nodeOf)) {
      visit(operation['requestBody']);
      visit(operation['parameters']);
    }
  }
  return names;
}

function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/**
 * What is sent and may be left out may also be `undefined`, which `exactOptionalPropertyTypes` would refuse, and an enum takes
 * what was read, `Unrecognized` included. A value that nobody read is still refused.
 */
function openWhatIsSent(nodes: readonly ts.Node[], sent: ReadonlySet<string>): ts.Node[] {
  const open = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, open, undefined);
    if (isEnum(visited)) {
      return ts.factory.createUnionTypeNode([
        ...visited.types,
        ts.factory.createTypeReferenceNode('Unrecognized'),
      ]);
    }
    return isOptional(visited) ? withUndefined(visited) : visited;
  };
  const inside =
    (names: readonly (string | ReadonlySet<string>)[]) =>
    (node: ts.Node): ts.Node => {
      const [first, ...rest] = names;
      if (first === undefined) return open(node);
      if (!ts.isPropertySignature(node) && !ts.isInterfaceDeclaration(node)) {
        return ts.visitEachChild(node, inside(names), undefined);
      }
      const name = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : '';
      const isMatch = first === '*' || first === name || (typeof first !== 'string' && first.has(name));
      return isMatch ? ts.visitEachChild(node, inside(rest), undefined) : node;
    };
  const places = [
    ['components', 'schemas', sent],
    ['operations', '*', 'parameters', 'query'],
    ['operations', '*', 'requestBody'],
  ];
  return nodes.map((node) => places.reduce((changed, place) => inside(place)(changed), node));
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

/** openapi-typescript writes a text in a type as an identifier in quotation marks. */
function isEnum(node: ts.Node): node is ts.UnionTypeNode {
  const isText = (type: ts.Node) => ts.isIdentifier(type) && type.text.startsWith('"');
  return ts.isUnionTypeNode(node) && node.types.every(isText);
}

function isOptional(node: ts.Node): node is ts.PropertySignature {
  if (!ts.isPropertySignature(node) || node.questionToken === undefined) return false;
  return node.type !== undefined && node.type.kind !== ts.SyntaxKind.NeverKeyword;
}

function withUndefined(node: ts.PropertySignature): ts.PropertySignature {
  const { modifiers, name, questionToken, type } = node;
  const nothing = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const either = ts.factory.createUnionTypeNode(type === undefined ? [nothing] : [type, nothing]);
  return ts.factory.updatePropertySignature(node, modifiers, name, questionToken, either);
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
