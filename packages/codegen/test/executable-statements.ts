import ts from 'typescript';

/** Statements that do something when the module is loaded, apart from setting exported constants to literals. */
export function executableStatements(source: string): string[] {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
  return file.statements
    .filter((statement) => !ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement))
    .filter(
      (statement) =>
        !(ts.isVariableStatement(statement) && !/[(+`]/.test(withoutStrings(statement.getText()))),
    )
    .map((statement) => statement.getText());
}

const withoutStrings = (code: string): string => code.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""');
