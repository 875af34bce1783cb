import ts from 'typescript';

/** The values of a type that is nothing but a choice of texts, sorted; `undefined` for every other declaration. */
export function namedValues(node: ts.Node, checker: ts.TypeChecker): readonly string[] | undefined {
  if (!ts.isTypeAliasDeclaration(node) || node.typeParameters !== undefined) return undefined;
  const type = checker.getTypeAtLocation(node.name);
  if (!type.isUnion()) return undefined;
  const values = type.types.flatMap((part) => (part.isStringLiteral() ? part.value : []));
  return values.length === type.types.length ? values.sort() : undefined;
}
