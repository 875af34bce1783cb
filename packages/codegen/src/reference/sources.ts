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
