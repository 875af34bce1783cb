import ts from 'typescript';

/**
 * What importers can use of a declaration: all of it, or a class without its constructor where only the type of the class
 * is exported. That keeps the internals such a constructor takes out of the API.
 */
export function publicPart(node: ts.Node, isConstructible: boolean): ts.Node {
  if (!ts.isClassDeclaration(node) || isConstructible) return node;
  const members = node.members.filter((member) => !ts.isConstructorDeclaration(member));
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return ts.factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}
