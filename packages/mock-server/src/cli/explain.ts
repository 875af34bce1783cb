import { codeTable, entryOf, type ViolationCode } from '../violations/code-table.js';
import { UsageError } from './usage-error.js';

/** What a violation code means, or the list of all codes. Throws UsageError for a code there is not. */
export function explain(code?: string): string {
  if (code === undefined) return listCodes();
  const entry = codeTable.get(code as ViolationCode);
  if (entry === undefined) throw new UsageError(`There is no code ${code}; \`oms-mock explain\` lists all.`);
  const consequence = entry.status === undefined ? '' : ` The request gets a ${entry.status}.`;
  return `${code} (${entry.severity})\n\n${entry.explanation}${consequence}`;
}

function listCodes(): string {
  const codes = [...codeTable.keys()].sort();
  const width = Math.max(...codes.map((code) => code.length));
  return codes.map((code) => `${code.padEnd(width)}  ${summaryOf(code)}`).join('\n');
}

/** One sentence; not the one of schema codes that repeats the place. */
function summaryOf(code: ViolationCode): string {
  const [first = '', second = ''] = entryOf(code).explanation.split(/(?<=\.) /);
  return first.startsWith('In ') ? second : first;
}
