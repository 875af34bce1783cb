// Writes the page of violation codes from their table; with --check, compares it and exits 1 when it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { code, page, prose, table } from '../../codegen/src/reference/markdown.js';
import { codeTable } from '../src/violations/code-table.js';
import { schemaRules } from '../src/violations/schema-rules.js';

const file = fileURLToPath(new URL('../../../docs/reference/violation-codes.md', import.meta.url));

if (!process.argv.includes('--check')) writeFileSync(file, violationsPage());
else if (readFileSync(file, 'utf8') !== violationsPage()) {
  process.stderr.write(
    'Stale: docs/reference/violation-codes.md.\nRun `npm run generate` and commit the result.\n',
  );
  process.exitCode = 1;
}

/** One page for every violation code of the mock server. */
function violationsPage(): string {
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

function placeOf(name: string): string {
  return name.split('.').slice(0, 2).join('.');
}

/** Whether a code is that of a schema rule: their explanations begin with the place. */
function ruleOf(name: string): boolean {
  const rule = name.split('.').slice(2).join('.');
  const text = Object.hasOwn(schemaRules, rule) ? schemaRules[rule as keyof typeof schemaRules] : undefined;
  return text !== undefined && codeTable.get(name as never)?.explanation.endsWith(text) === true;
}
