import { SpecProblems } from './load/spec-problems.js';

/**
 * Runs a command and sets the exit code of the process: what it returns, 1 when the spec cannot be used, 2 when the
 * command cannot run like this. Errors come out as one message each, without a stack.
 */
export async function runCommand(run: () => Promise<number>, usage: string): Promise<void> {
  process.exitCode = await run().catch((error: unknown) => explainFailure(error, usage));
}

/** Prints why something failed and returns the exit code for it. */
export function explainFailure(error: unknown, usage: string): number {
  if (error instanceof SpecProblems) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  const reason =
    error instanceof RangeError ? 'The spec is too deep or too large to be read' : messageOf(error);
  process.stderr.write(`${reason}\n\n${usage}\n`);
  return 2;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
