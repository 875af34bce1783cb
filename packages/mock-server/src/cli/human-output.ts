import type { Violation } from '../violations/violation.js';
import type { Output, WriteLine } from './output.js';

/** How human output looks. */
export interface HumanOutputStyle {
  readonly hasColour: boolean;
  readonly isQuiet: boolean;
}

const colours = { green: 32, yellow: 33, red: 31 };

/** Lines for people: where the server is, then one line for each request. */
export function humanOutput(writeLine: WriteLine, { hasColour, isQuiet }: HumanOutputStyle): Output {
  const paint = (colour: keyof typeof colours, text: string) => {
    return hasColour ? `\u001b[${colours[colour]}m${text}\u001b[39m` : text;
  };
  const verdict = (violations: readonly Violation[]) => {
    const codes = [...new Set(violations.map(({ code }) => code))].join(', ');
    if (codes === '') return paint('green', '✓');
    return violations.some(isError) ? paint('red', `✗ ${codes}`) : paint('yellow', `! ${codes}`);
  };
  return {
    started({ url, samplePath }) {
      const hint = `  Try: curl -H 'Authorization: Bearer test' ${url}${samplePath}`;
      writeLine(isQuiet ? url : `oms-mock answers at ${url}${hint}`);
    },
    exchanged({ method, path, status }, violations) {
      if (!isQuiet) writeLine(`${method} ${path} → ${status}  ${verdict(violations)}`);
    },
    stopped({ requests, violations }) {
      if (!isQuiet) writeLine(`${count(requests, 'request')}, ${count(violations, 'violation')}`);
    },
  };
}

function isError({ severity }: Violation): boolean {
  return severity === 'error';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
