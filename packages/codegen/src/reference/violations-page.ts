import { codeTable } from '../../../mock-server/src/violations/code-table.js';
import { schemaRules } from '../../../mock-server/src/violations/schema-rules.js';
import { code, page, prose, table } from './markdown.js';

/** One page for every violation code of the mock server. */
export function violationsPage(): string {
  const codes = [...codeTable].sort(([left], [right]) => (left < right ? -1 : 1));
  const others = codes.filter(([name]) => !ruleOf(name));
  const places = [...new Set(codes.filter(([name]) => ruleOf(name)).map(([name]) => placeOf(name)))];
  const rules = Object.entries(schemaRules).sort(([left], [right]) => (left < right ? -1 : 1));
  return page(
    '# Violation codes',
    `What the mock server reports when a message breaks the contract; \`oms-mock explain <code>\` prints the same. A request
that breaks it gets a response with the status shown. An \`error\` breaks the contract; a \`warning\` is
probably a mistake of the caller; a \`notice\` is worth knowing and nobody's mistake.`,
    '## Rules of JSON Schema',
    `The first part of the code says where, the second which rule: \`request.body.enum\`. The places are
${places.map(code).join(', ')}. A request gets a 422 for its body and a 400 for anything else.`,
    table(
      ['rule', 'meaning'],
      rules.map(([rule, meaning]) => [code(rule), prose(meaning)]),
    ),
    '## Other rules',
    table(
      ['code', 'response', 'meaning'],
      others.map(([name, { severity, status, explanation }]) => {
        return [code(name), status === undefined ? severity : String(status), prose(explanation)];
      }),
    ),
  );
}

const placeOf = (name: string): string => name.split('.').slice(0, 2).join('.');

/** Whether a code is that of a schema rule: their explanations begin with the place. */
const ruleOf = (name: string): boolean => {
  const rule = name.split('.').slice(2).join('.');
  const text = Object.hasOwn(schemaRules, rule) ? schemaRules[rule as keyof typeof schemaRules] : undefined;
  return text !== undefined && codeTable.get(name as never)?.explanation.endsWith(text) === true;
};
