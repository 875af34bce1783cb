import { join } from 'node:path';
import ts from 'typescript';
import type { SpecModel } from '../model/spec-model.js';
import { fieldRows } from './field-rows.js';
import { code, page, prose, table } from './markdown.js';
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

/** One page for the error classes, what they carry, and the body behind them. */
export function errorsPage(errors: readonly ErrorClass[], spec: SpecModel): string {
  return page(
    '# Errors',
    `Every error is an \`OmsError\`, except your own abort reason and whatever your own \`token\` function throws. What to do about
each is in the [errors guide](../guides/errors.md). An error also has the members of its parents.`,
    ...errors.flatMap(sections),
    '## Body of an error response',
    'OMS documents none. This is what the client looks for, and what the mock server sends.',
    table(['field', 'type', 'meaning'], fieldRows({ $ref: '#/components/schemas/ApiErrorBody' }, spec)),
  );
}

function sections({ name, parent, text, members }: ErrorClass): string[] {
  const rows = members.map((member) => [code(member.name), code(member.type), prose(member.text)]);
  const family = parent === 'Error' ? '' : `Extends ${code(parent)}. `;
  return [`## ${name}`, `${family}${prose(text)}`, table(['member', 'type', 'meaning'], rows)];
}
