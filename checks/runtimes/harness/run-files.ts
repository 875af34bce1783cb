import { type File, startTests, type Task, type VitestRunner } from '@vitest/runner';
import { provide } from './provided.js';
import type { Summary } from './summary.js';

/** Test files by name, each loaded when its turn comes. */
export type TestFiles = Readonly<Record<string, () => Promise<unknown>>>;

const timeoutMs = 60_000;

/** Runs test files one after the other and counts the results of their tests. */
export async function runFiles(
  files: TestFiles,
  provided: Readonly<Record<string, unknown>>,
): Promise<Summary> {
  provide(provided);
  const started = performance.now();
  const done = await startTests(Object.keys(files), runner(files));
  const tests = done.flatMap((file) => testsIn(file));
  const failures = [...done.flatMap(failuresOfFile), ...tests.flatMap(failureOfTest)];
  if (tests.length === 0) failures.push('There are no tests in this suite.');
  return {
    passed: tests.filter(({ result }) => result?.state === 'pass').length,
    failed: failures.length,
    ms: Math.round(performance.now() - started),
    failures,
  };
}

function runner(files: TestFiles): VitestRunner {
  return {
    config: {
      root: '/',
      setupFiles: [],
      name: undefined,
      passWithNoTests: false,
      testNamePattern: undefined,
      allowOnly: false,
      sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
      chaiConfig: undefined,
      maxConcurrency: 10,
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
      retry: 0,
      includeTaskLocation: false,
      tags: [],
      tagsFilter: undefined,
      strictTags: false,
    },
    importFile: (path) => files[path]?.(),
  };
}

function testsIn(task: Task): Exclude<Task, { tasks: Task[] }>[] {
  return 'tasks' in task ? task.tasks.flatMap(testsIn) : [task as never];
}

function failuresOfFile({ name, result }: File): string[] {
  return (result?.errors ?? []).map(({ message }) => `${name}: ${message}`);
}

function failureOfTest({ file, name, result }: Task): string[] {
  if (result?.state === 'pass') return [];
  const messages = result?.errors?.map(({ message }) => message).join('\n') ?? 'it did not run';
  return [`${file.name} > ${name}: ${messages}`];
}
