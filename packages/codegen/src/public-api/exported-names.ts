import ts from 'typescript';

/** A name that an entry point exports. */
export interface ExportedName {
  readonly name: string;
  /** What it stands for, past all re-exports. */
  readonly symbol: ts.Symbol;
  /** Whether it exists for the compiler alone. */
  readonly isType: boolean;
}

/** The names that a declaration file exports, sorted. */
export function exportedNames(file: string, program: ts.Program): ExportedName[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined)
    throw new Error(`${file} is missing or exports nothing: build the package first.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => read(symbol, checker))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function read(symbol: ts.Symbol, checker: ts.TypeChecker): ExportedName {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  const isTypeOnly =
    symbol.declarations?.some((node) => ts.isExportSpecifier(node) && isTypeExport(node)) ?? false;
  const isType = isTypeOnly || (target.flags & ts.SymbolFlags.Value) === 0;
  return { name: symbol.name, symbol: target, isType };
}

function isTypeExport(node: ts.ExportSpecifier): boolean {
  return node.isTypeOnly || node.parent.parent.isTypeOnly;
}
