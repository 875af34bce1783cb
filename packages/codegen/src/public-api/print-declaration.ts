import ts from 'typescript';

const printer = ts.createPrinter({ removeComments: true });

/** The text of a declaration without comments, `export` and `declare`; a choice of texts is written out, one a line. */
export function printDeclaration(node: ts.Node, source: ts.SourceFile, choice?: readonly string[]): string {
  if (choice !== undefined && ts.isTypeAliasDeclaration(node)) {
    return `type ${node.name.text} =\n${choice.map((value) => `    | '${value}'`).join('\n')};`;
  }
  const text = printer.printNode(ts.EmitHint.Unspecified, node, source);
  return text.replace(/^(?:export )?(?:declare )?/, '');
}
