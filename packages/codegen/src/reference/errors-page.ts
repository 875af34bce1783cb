import type { ErrorClass } from './error-classes.js';
import { fieldRows } from './field-rows.js';
import { code, page, prose, table } from './markdown.js';
import type { SpecView } from './spec-view.js';

/** One page for the error classes, what they carry, and the body behind them. */
export function errorsPage(errors: readonly ErrorClass[], spec: SpecView): string {
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
