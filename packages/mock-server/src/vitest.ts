import { test as base, type TestAPI } from 'vitest';
import type { MockServer } from './mock-server.js';
import type { MockServerOptions } from './options.js';
import { startMockServer } from './server.js';
import type { ViolationCode } from './violations/code-table.js';
import { ContractViolationError } from './violations/contract-violation-error.js';
import type { Violation } from './violations/violation.js';

// Not a range of peerDependencies: npm would then refuse to install this package beside an older Vitest, whoever uses it there.
if (!('override' in base)) {
  throw new Error(
    '@oms-sdk/mock-server/vitest needs Vitest 4.1 or newer; with an older one, call startMockServer() of @oms-sdk/mock-server.',
  );
}

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

/** The servers of one worker: one for each options object, started when first asked for. */
class ServerPool {
  readonly #servers = new Map<MockServerOptions, Promise<MockServer>>();

  /** The server with these options, reset. Rejects as `startMockServer` does. */
  async take(options: MockServerOptions): Promise<MockServer> {
    const starting = this.#servers.get(options) ?? startMockServer(options);
    this.#servers.set(options, starting);
    const server = await starting;
    server.reset();
    return server;
  }

  /** Forgets the server with these options; the next `take` starts another. */
  forget(options: MockServerOptions): void {
    this.#servers.delete(options);
  }

  /** Closes them all. */
  async close(): Promise<void> {
    const started = await Promise.allSettled(this.#servers.values());
    const closing = started.map((result) =>
      result.status === 'fulfilled' ? result.value.close() : undefined,
    );
    await Promise.all(closing);
  }
}

/**
 * Throws ContractViolationError for violations of severity `error` that were not expected, MissingViolationError for
 * expected ones that are not there.
 */
function checkViolations(violations: readonly Violation[], expected: ReadonlySet<ViolationCode>): void {
  const surprises = violations.filter(({ severity, code }) => severity === 'error' && !expected.has(code));
  if (surprises.length > 0) throw new ContractViolationError(surprises);
  const missing = [...expected].filter((code) => violations.every((violation) => violation.code !== code));
  if (missing.length > 0) throw new MissingViolationError(missing, violations);
}

/** Fails a test that said it would break the contract and did not. */
export class MissingViolationError extends Error {
  override readonly name = 'MissingViolationError';
  /** The codes that were expected and did not come. */
  readonly codes: readonly ViolationCode[];

  constructor(codes: readonly ViolationCode[], found: readonly Violation[]) {
    const others = [...new Set(found.map(({ code }) => code))].join(', ') || 'none';
    super(`Expected violations that did not come: ${codes.join(', ')}. Found: ${others}.`);
    this.codes = codes;
  }
}
