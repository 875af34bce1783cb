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
    .map((symbol) => readExport(symbol, checker))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function readExport(symbol: ts.Symbol, checker: ts.TypeChecker): ExportedName {
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

/** Texts of the declarations that make up an API. */
export interface Declarations {
  readonly exported: readonly string[];
  /** Those the exported ones refer to: a change of one changes the API as well. */
  readonly reached: readonly string[];
}

/**
 * The declarations of exported names and all they lead to inside the folder `built`, without what is generated from the
 * spec.
 */
export function collectDeclarations(
  names: readonly ExportedName[],
  built: string,
  checker: ts.TypeChecker,
): Declarations {
  const declarationsOf = (symbol: ts.Symbol | undefined) => ownDeclarations(symbol, built);
  const exported = new Set(names.flatMap(({ symbol }) => declarationsOf(symbol)));
  const values = names.filter(({ isType }) => !isType).flatMap(({ symbol }) => declarationsOf(symbol));
  const texts = new Map<ts.Node, string>();
  const queue = [...exported];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (texts.has(node)) continue;
    const part = publicPart(node, values.includes(node));
    const choice = namedValues(node, checker);
    texts.set(node, printDeclaration(part, node.getSourceFile(), choice));
    if (choice === undefined) queue.push(...symbolsIn(part, checker).flatMap(declarationsOf));
  }
  const textsOf = (isExported: boolean) =>
    [...texts].filter(([node]) => exported.has(node) === isExported).map(([, text]) => text);
  return { exported: textsOf(true), reached: textsOf(false) };
}

function symbolsIn(node: ts.Node, checker: ts.TypeChecker): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (child: ts.Node): void => {
    const symbol = ts.isIdentifier(child) ? checker.getSymbolAtLocation(child) : undefined;
    if (symbol !== undefined) found.push(pastImports(symbol, checker));
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

function pastImports(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** Statements at the top of a handwritten file; members, parameters and the like are part of one of them. */
function ownDeclarations(symbol: ts.Symbol | undefined, built: string): ts.Node[] {
  const nodes = symbol?.declarations ?? [];
  return nodes
    .map((node) => (ts.isVariableDeclaration(node) ? node.parent.parent : node))
    .filter((node) => ts.isSourceFile(node.parent) && isOwn(node.getSourceFile().fileName, built));
}

function isOwn(file: string, built: string): boolean {
  return file.startsWith(built) && !file.slice(built.length).includes('generated/');
}

/**
 * What importers can use of a declaration: all of it, or a class without its constructor where only the type of the class
 * is exported. That keeps the internals such a constructor takes out of the API.
 */
function publicPart(node: ts.Node, isConstructible: boolean): ts.Node {
  if (!ts.isClassDeclaration(node) || isConstructible) return node;
  const members = node.members.filter((member) => !ts.isConstructorDeclaration(member));
  const { modifiers, name, typeParameters, heritageClauses } = node;
  return ts.factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}

/** The values of a type that is nothing but a choice of texts, sorted; `undefined` for every other declaration. */
function namedValues(node: ts.Node, checker: ts.TypeChecker): readonly string[] | undefined {
  if (!ts.isTypeAliasDeclaration(node) || node.typeParameters !== undefined) return undefined;
  const type = checker.getTypeAtLocation(node.name);
  if (!type.isUnion()) return undefined;
  const values = type.types.flatMap((part) => (part.isStringLiteral() ? part.value : []));
  return values.length === type.types.length ? values.sort() : undefined;
}

const printer = ts.createPrinter({ removeComments: true });

/** The text of a declaration without comments, `export` and `declare`; a choice of texts is written out, one a line. */
function printDeclaration(node: ts.Node, source: ts.SourceFile, choice?: readonly string[]): string {
  if (choice !== undefined && ts.isTypeAliasDeclaration(node)) {
    return `type ${node.name.text} =\n${choice.map((value) => `    | '${value}'`).join('\n')};`;
  }
  const text = printer.printNode(ts.EmitHint.Unspecified, node, source);
  return text.replace(/^(?:export )?(?:declare )?/, '');
}
