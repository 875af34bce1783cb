import { relative, sep } from 'node:path';
import { getLineColLocation, type NormalizedProblem, YamlParseError } from '@redocly/openapi-core';

/** One thing that is wrong with the spec, and where. */
export interface SpecProblem {
  /** Path relative to the folder of the spec's root file. */
  readonly file: string;
  /** 1-based; absent when the problem is about a whole file. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** The spec cannot be used. `message` lists every problem as `file:line:column  what is wrong`. */
export class SpecProblems extends Error {
  override readonly name = 'SpecProblems';
  readonly problems: readonly SpecProblem[];

  constructor(found: readonly SpecProblem[]) {
    const problems = withoutRepetition(found);
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`The spec has ${count}; nothing was generated.\n${problems.map(formatProblem).join('\n')}`);
    this.problems = problems;
  }
}

/** A file that is referenced from many places is reported once. */
function withoutRepetition(problems: readonly SpecProblem[]): SpecProblem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}

function formatProblem({ file, line, column, message }: SpecProblem): string {
  const position = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return `  ${position}  ${message}`;
}

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
