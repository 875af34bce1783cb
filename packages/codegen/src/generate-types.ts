import openapiTS, { astToString, NUMBER, type SchemaObject, tsLiteral } from 'openapi-typescript';
import ts from 'typescript';
import { banner } from './banner.js';
import type { BundledSpec } from './load-spec.js';

/** A value that the spec does not list, in a place where the API may add values at any time. */
const unrecognized = `declare const unrecognized: unique symbol;
/** A value that this version of the spec does not know: the API may add values to response enums at any time. */
export type Unrecognized = string & { readonly [unrecognized]: true };
`;

/** TypeScript types of every path, schema and webhook; response enums are open. */
export async function generateTypes(spec: BundledSpec): Promise<string> {
  const nodes = await openapiTS(JSON.parse(spec.json), {
    alphabetize: false,
    defaultNonNullable: false,
    silent: true,
    transform: openEnum,
  });
  return `${banner}${unrecognized}\n${astToString(nodes)}`;
}

interface EnumSchema {
  readonly enum?: readonly unknown[];
  readonly 'x-oms-open-enum'?: boolean;
}

/**
 * `enum: [a, b]` marked `x-oms-open-enum` becomes `"a" | "b" | Unrecognized`, and `enum: [1, 2]` becomes `1 | 2 | number`;
 * a `null` among the values stays.
 */
function openEnum(schema: SchemaObject): ts.TypeNode | undefined {
  const { enum: values, 'x-oms-open-enum': isOpen } = schema as EnumSchema;
  if (isOpen !== true || values === undefined) return undefined;
  const hasNumbers = values.some((value) => typeof value === 'number');
  const others = hasNumbers ? NUMBER : ts.factory.createTypeReferenceNode('Unrecognized');
  return ts.factory.createUnionTypeNode([...values.map(tsLiteral), others]);
}
