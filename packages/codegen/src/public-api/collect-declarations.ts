import ts from 'typescript';
import type { ExportedName } from './exported-names.js';
import { namedValues } from './named-values.js';
import { printDeclaration } from './print-declaration.js';
import { publicPart } from './public-part.js';

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
