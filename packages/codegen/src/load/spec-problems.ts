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
