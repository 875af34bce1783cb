import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A handwritten source file, parsed. */
export function parseSource(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
}

/** The statements of all files below a folder that hold a text; sorted by path, without generated code. */
export function statementsWith(text: string, folder: string): ts.Statement[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => path.endsWith('.ts') && !path.includes('generated'));
  const holding = files
    .map((file) => join(folder, file))
    .filter((file) => readFileSync(file, 'utf8').includes(text));
  return holding.flatMap((file) => [...parseSource(file).statements]);
}

/** The text of a doc comment on one line, with links as code; empty without one. */
export function docOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return textOf(doc?.comment);
}

/** The text of a tag such as `@default`. */
export function tagOf(node: ts.Node, name: string): string | undefined {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === name);
  return tag === undefined ? undefined : textOf(tag.comment);
}

/** Source text on one line. */
export function oneLine(node: ts.Node | undefined): string {
  return (node?.getText() ?? '')
    .replace(/\s+/g, ' ')
    .replace(/\(\s/g, '(')
    .replace(/,?\s\)/g, ')');
}

function textOf(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  const parts = typeof comment === 'string' ? [comment] : (comment ?? []).map(partOf);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function partOf(part: ts.JSDocComment): string {
  return ts.isJSDocLink(part) ? `\`${part.name?.getText() ?? ''}${part.text}\`` : part.text;
}

/** A name of a declaration and what its doc comment says. */
export interface Documented {
  readonly name: string;
  readonly text: string;
  /** What `@default` says. */
  readonly preset: string | undefined;
}

/** The members of an interface in a file. */
export function membersOf(file: string, name: string): Documented[] {
  const found = parseSource(file).statements.find(
    (node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  return documented(file, name, found?.members);
}

/** The properties of the object under a name, which a file declares or a function in it returns. */
export function propertiesOf(file: string, name: string): Documented[] {
  const found: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    const isIt =
      (ts.isVariableDeclaration(node) && node.name.getText() === name) ||
      (ts.isFunctionDeclaration(node) && node.name?.text === name);
    if (isIt) ts.forEachChild(node, collect);
    else ts.forEachChild(node, visit);
  };
  const collect = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(node);
    else if (!ts.isVariableDeclarationList(node)) ts.forEachChild(node, collect);
  };
  visit(parseSource(file));
  return documented(file, name, found[0]?.properties);
}

function documented(file: string, owner: string, nodes: Iterable<ts.Node> | undefined): Documented[] {
  if (nodes === undefined)
    throw new Error(`${file} has no ${owner}; a page of the reference is read from it.`);
  return [...nodes].map((node) => {
    const { name: named } = node as ts.Node & { readonly name?: ts.Node };
    const name = named?.getText().replace(/^'(.*)'$/, '$1') ?? '';
    const text = docOf(node);
    if (text === '')
      throw new Error(`${file}: ${owner}.${name} needs a doc comment, which the reference shows.`);
    return { name, text, preset: tagOf(node, 'default') };
  });
}

/** One parameter of a method as it is written. */
export interface MethodParameter {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
}

/** A method that integrators call. */
export interface ClientMethod {
  /** Such as `customers.create`. */
  readonly name: string;
  readonly parameters: readonly MethodParameter[];
  readonly returnType: string;
  /** `POST /customers`; empty for a method that is no single call. */
  readonly http: string;
  /** What it does, in the words of its doc comment. */
  readonly text: string;
}

/** The methods of one resource, in their order. */
export interface ClientResource {
  readonly name: string;
  readonly text: string;
  readonly methods: readonly ClientMethod[];
}

/** The resources that `client.ts` imports and mounts, and their methods, read from the sources below `root`. */
export function readResources(root: string): ClientResource[] {
  const folder = join(root, 'packages/client/src');
  const imports = [...importsIn(join(folder, 'client.ts'))].filter(([, from]) =>
    from.startsWith('./resources/'),
  );
  const files = new Map(imports);
  return classIn(join(folder, 'client.ts'))
    .members.filter(ts.isPropertyDeclaration)
    .flatMap((member) => {
      const file = files.get(oneLine(member.type));
      if (file === undefined) return [];
      const resource = classIn(join(folder, file));
      const name = member.name.getText();
      return [{ name, text: docOf(resource), methods: methodsOf(resource, `${name}.`) }];
    });
}

/** The methods of the client itself. */
export function readClientMethods(root: string): ClientMethod[] {
  return methodsOf(classIn(join(root, 'packages/client/src/client.ts')), '');
}

/** `customers.create(params: CustomerCreateParams, options?: RequestOptions): ApiPromise<Customer>`. */
export function signature({ name, parameters, returnType }: ClientMethod): string {
  const list = parameters.map(({ name, type, isOptional }) => `${name}${isOptional ? '?' : ''}: ${type}`);
  return `${name}(${list.join(', ')}): ${returnType}`;
}

function classIn(file: string): ts.ClassDeclaration {
  const found = parseSource(file).statements.find(ts.isClassDeclaration);
  if (found === undefined) throw new Error(`${file} declares no class; the reference is read from it.`);
  return found;
}

/** The methods that a caller can name: neither private ones nor those under a symbol. */
function methodsOf(owner: ts.ClassDeclaration, prefix: string): ClientMethod[] {
  const methods = owner.members.filter(ts.isMethodDeclaration).filter(({ name }) => ts.isIdentifier(name));
  return methods.map((method) => describe(method, prefix));
}

/** Reads a function or a method. */
export function describe(node: ts.MethodDeclaration | ts.FunctionDeclaration, prefix: string): ClientMethod {
  const [, http = '', text = ''] = /^(?:`([A-Z]+ \/[^`]*)` — )?(.*)$/.exec(docOf(node)) ?? [];
  return {
    name: prefix + (node.name?.getText() ?? ''),
    parameters: node.parameters.map((parameter) => ({
      name: ts.isIdentifier(parameter.name) ? parameter.name.text : 'options',
      type: oneLine(parameter.type),
      isOptional: parameter.questionToken !== undefined || parameter.initializer !== undefined,
    })),
    returnType: oneLine(node.type),
    http,
    text: text.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
  };
}

/** Names that a file imports, with the source file each comes from. */
function importsIn(file: string): Map<string, string> {
  const imports = parseSource(file).statements.filter(ts.isImportDeclaration);
  return new Map(
    imports.flatMap(({ importClause, moduleSpecifier }) => {
      const from = moduleSpecifier.getText().slice(1, -1).replace(/\.js$/, '.ts');
      const names = importClause?.getText().match(/\w+/g) ?? [];
      return names.map((name): [string, string] => [name, from]);
    }),
  );
}
