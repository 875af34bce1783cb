import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one line for people and scripts: `consumers: 42 passed, 0 failed`. */
export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (...states: string[]) =>
      tests.filter((test) => states.includes(test.result().state)).length;
    const passed = count('passed');
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed', 'pending') + broken + errors.length;
    process.once('exit', () => process.stdout.write(`consumers: ${passed} passed, ${failed} failed\n`));
  }
}
