import { join } from 'node:path';
import ts from 'typescript';
import { docOf, oneLine, statementsWith } from './sources.js';

/** One class that calls reject with. */
export interface ErrorClass {
  readonly name: string;
  readonly parent: string;
  /** The status it stands for, such as `404` or `5xx`; `undefined` for the others. */
  readonly status: string | undefined;
  readonly text: string;
  readonly members: readonly { readonly name: string; readonly type: string; readonly text: string }[];
}

/** Every error class of the client, a class before those that extend it. */
export function readErrorClasses(root: string): ErrorClass[] {
  const statements = statementsWith('Error extends', join(root, 'packages/client/src'));
  const found = statements.filter(ts.isClassDeclaration).map(read);
  const below = (parent: string): ErrorClass[] =>
    found.filter((error) => error.parent === parent).flatMap((error) => [error, ...below(error.name)]);
  return below('Error');
}

function read(node: ts.ClassDeclaration): ErrorClass {
  const [, status, rest] = /^(\d{3}|\dxx): (.*)$/.exec(docOf(node)) ?? [];
  return {
    name: node.name?.text ?? '',
    parent: oneLine(node.heritageClauses?.[0]?.types[0]?.expression) || 'Error',
    status,
    text: rest === undefined ? docOf(node) : `Status ${status}: ${rest}`,
    members: node.members.filter(isShown).map((member) => ({
      name: member.name.getText(),
      type: oneLine(member.type),
      text: docOf(member),
    })),
  };
}

function isShown(member: ts.ClassElement): member is ts.PropertyDeclaration | ts.GetAccessorDeclaration {
  const isField = ts.isPropertyDeclaration(member) || ts.isGetAccessorDeclaration(member);
  return isField && ts.isIdentifier(member.name) && docOf(member) !== '';
}
