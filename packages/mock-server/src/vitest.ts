import { test as base, type TestAPI } from 'vitest';
import type { MockServer } from './mock-server.js';
import type { MockServerOptions } from './options.js';
import { startMockServer } from './server.js';
import type { ViolationCode } from './violations/code-table.js';
import { checkViolations } from './vitest/check-violations.js';
import { ServerPool } from './vitest/server-pool.js';

export { MissingViolationError } from './vitest/check-violations.js';

/** A mock server for one test, which fails the test when it breaks the contract unexpectedly. */
export interface TestServer extends MockServer {
  /** Says that the test breaks the contract on purpose. It fails when no violation of this code comes. */
  readonly expectViolation: (code: ViolationCode) => void;
}

/** What the context of a test holds. */
export interface OmsFixtures {
  /** As new for each test. The tests of a worker share one server; a concurrent test gets one of its own. */
  readonly oms: TestServer;
  /**
   * Settings of the server, to be given as a value by `test.override`, `test.extend`, or `test.provide` of the config.
   * @default {}
   */
  readonly omsOptions: MockServerOptions;
  /** The servers that are shared; closed with the worker. */
  readonly omsServers: ServerPool;
}

/** The `test` of vitest with a mock server in its context. */
export const test: TestAPI<OmsFixtures> = base.extend<OmsFixtures>({
  omsOptions: [{}, { injected: true }],
  omsServers: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const servers = new ServerPool();
      await use(servers);
      await servers.close();
    },
    { scope: 'worker' },
  ],
  oms: async ({ omsOptions, omsServers, task }, use) => {
    const isAlone = task.concurrent !== true;
    const server = isAlone ? await omsServers.take(omsOptions) : await startMockServer(omsOptions);
    const expected = new Set<ViolationCode>();
    const close = () => {
      if (isAlone) omsServers.forget(omsOptions);
      return server.close();
    };
    const expectViolation = (code: ViolationCode) => void expected.add(code);
    await use({ ...server, close, [Symbol.asyncDispose]: close, expectViolation });
    if (!isAlone) await server.close();
    checkViolations(server.violations, expected);
  },
});

declare module 'vitest' {
  interface ProvidedContext {
    /** Settings of the servers of `@oms-sdk/mock-server/vitest`. */
    omsOptions: MockServerOptions;
  }
}
