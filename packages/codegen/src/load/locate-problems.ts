import { relative, sep } from 'node:path';
import { getLineColLocation, type NormalizedProblem, YamlParseError } from '@redocly/openapi-core';
import type { SpecProblem } from './spec-problems.js';

/** Findings that make others follow from them: a file that cannot be read hides everything it refers to. */
const rootCauses = new Set(['no-unresolved-refs', 'struct', 'spec']);

/** What lint or bundle found, with file, line and column; consequences are left out while their cause is there. */
export function locateProblems(found: readonly NormalizedProblem[], folder: string): SpecProblem[] {
  const open = found.filter(({ ignored }) => ignored !== true);
  const causes = open.filter(({ ruleId }) => rootCauses.has(ruleId));
  const roots = causes.filter(isUnparsable);
  const worst = roots.length > 0 ? roots : causes.length > 0 ? causes : open;
  return worst.map((problem) => locate(problem, folder));
}

const isUnparsable = ({ message }: NormalizedProblem): boolean => message.startsWith('Failed to parse');

/** The problem behind an error that lint or bundle threw. */
export function thrownProblem(error: unknown, rootFile: string, folder: string): SpecProblem {
  if (!(error instanceof YamlParseError)) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      file: relative(folder, rootFile),
      message: withoutFolder(`${reason}. Fix or replace this file.`, folder),
    };
  }
  const [reason = error.message] = error.originalError.message.split('\n');
  const isSyntax = error.originalError.name === 'YAMLException';
  const message = `${isSyntax ? `This is not valid YAML: ${reason}` : reason}. Fix the line and run the command again.`;
  const file = relative(folder, error.source.absoluteRef);
  const position = Number.isNaN(error.line) ? {} : { line: error.line, column: error.col };
  return { file, ...position, message: withoutFolder(message, folder) };
}

function locate(problem: NormalizedProblem, folder: string): SpecProblem {
  const rule = isUnparsable(problem) ? '' : ` (${problem.ruleId})`;
  const message = withoutFolder(`${problem.message.trim()}${adviceFor(problem)}${rule}`, folder);
  const [location] = problem.location;
  if (location === undefined) return { file: 'openapi.yaml', message };
  const { start } = getLineColLocation(location);
  return {
    file: relative(folder, location.source.absoluteRef),
    line: start.line,
    column: start.col,
    message,
  };
}

function adviceFor(problem: NormalizedProblem): string {
  const { ruleId, suggest } = problem;
  if (suggest.length > 0) return ` Did you mean ${suggest.slice(0, 3).join(' or ')}?`;
  if (ruleId !== 'no-unresolved-refs') return '';
  if (!isUnparsable(problem)) return '. Correct the $ref, or add what it names.';
  // Messages of our own say what to do after a semicolon.
  return problem.message.includes('; ') ? '.' : '. Fix the line.';
}

/** Paths from the folder on, and the position once: it stands in front of the message. */
function withoutFolder(message: string, folder: string): string {
  return message.replaceAll(folder + sep, '').replace(/(?: in "[^"]*")? \(\d+:\d+\)/, '');
}
