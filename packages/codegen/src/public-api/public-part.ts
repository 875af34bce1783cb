import ts from 'typescript';

/**
 * What importers can use of a declaration: all of it, or a class without its constructor where the class itself is not
 * given away, only its type. That keeps the insides such a constructor takes out of the API.
 */
export function publicPart(node: ts.Node, isConstructible: boolean): ts.Node {
  if (!ts.isClassDeclaration(node) || isConstructible) return node;
  const members = node.members.filter((member) => !ts.isConstructorDeclaration(member));
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return ts.factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}
