import {
  ASYMMETRIC_MATCHERS_OBJECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import { getCurrentTest } from '@vitest/runner';
import * as chai from 'chai';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

type Assertion = Record<string, (...expected: unknown[]) => unknown>;

/** `expect` of vitest, put together from its parts: assertions, asymmetric matchers and `poll`. */
export const expect = Object.assign(assertOn, chai.expect, asymmetricMatchers(), {
  poll,
  getState: () => getState(assertOn as never),
  setState: (state: object) => setState(state, assertOn as never),
});

/** The matchers of `expect.extend` look for their state here, as in vitest. */
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect as never);

function assertOn(value: unknown, message?: string): unknown {
  const assertion = chai.expect(value, message);
  const test = getCurrentTest();
  return test === undefined ? assertion : (assertion as unknown as WithTest).withTest(test);
}

interface WithTest {
  withTest(test: unknown): unknown;
}

function asymmetricMatchers(): object {
  return (globalThis as never)[ASYMMETRIC_MATCHERS_OBJECT];
}

/** Repeats `read` until the assertion on its value holds, for a second unless told otherwise. */
function poll(read: () => unknown, { timeout = 1000, interval = 50 } = {}): Assertion {
  return new Proxy({} as Assertion, {
    get:
      (_, matcher: string) =>
      async (...expected: unknown[]) => {
        const end = performance.now() + timeout;
        for (;;) {
          try {
            return await (assertOn(await read()) as Assertion)[matcher]?.(...expected);
          } catch (error) {
            if (performance.now() > end) throw error;
          }
          await new Promise((resolve) => setTimeout(resolve, interval));
        }
      },
  });
}
