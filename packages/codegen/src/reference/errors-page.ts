import type { ErrorClass } from './error-classes.js';
import { fieldRows } from './field-rows.js';
import { code, page, prose, table } from './markdown.js';
import type { SpecView } from './spec-view.js';

/** One page for the error classes, what they carry, and the body behind them. */
export function errorsPage(errors: readonly ErrorClass[], spec: SpecView): string {
  return page(
    '# Errors',
    `Every error is an \`OmsError\`, except the reason of your own abort and what your own \`token\` function throws. What to do
about each is in the [errors guide](../guides/errors.md). An error has the members of its parents as well.`,
    ...errors.flatMap(sections),
    '## Body of an error answer',
    'The documentation shows none. This is what the client looks for, and what the mock server sends.',
    table(['field', 'type', 'meaning'], fieldRows({ $ref: '#/components/schemas/ApiErrorBody' }, spec)),
  );
}

function sections({ name, parent, text, members }: ErrorClass): string[] {
  const rows = members.map((member) => [code(member.name), code(member.type), prose(member.text)]);
  const family = parent === 'Error' ? '' : `Extends ${code(parent)}. `;
  return [`## ${name}`, `${family}${prose(text)}`, table(['member', 'type', 'meaning'], rows)];
}
