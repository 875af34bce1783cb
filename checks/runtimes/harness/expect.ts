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
import { retryAssertion } from './retry-assertion.js';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

type Assertion = Record<string, (...expected: unknown[]) => unknown>;

/** `expect` of vitest, assembled from its parts: assertions, asymmetric matchers and `poll`. */
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

/** Repeats `read` until the assertion on its value holds. */
function poll(read: () => unknown, options?: { timeout?: number; interval?: number }): Assertion {
  const attempt = async (matcher: string, expected: unknown[]) =>
    (assertOn(await read()) as Assertion)[matcher]?.(...expected);
  return new Proxy({} as Assertion, {
    get:
      (_, matcher: string) =>
      (...expected: unknown[]) =>
        retryAssertion(() => attempt(matcher, expected), options),
  });
}
