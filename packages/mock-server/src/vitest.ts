import { test as base, type TestAPI } from 'vitest';
import type { InjectedFault } from './faults/counted-fault.js';
import { assertAllHit, type FaultControls } from './faults/faults.js';
import type { MockServerOptions } from './options.js';
import { type MockServer, startMockServer } from './server.js';
import { refuseUnknownCodes, type ViolationCode } from './violations/code-table.js';
import { ContractViolationError, type FailureRule, fails, type Violation } from './violations/violation.js';

// Not a range of peerDependencies: npm would then refuse to install this package beside an older Vitest, whoever uses it there.
if (!('override' in base)) {
  throw new Error(
    '@oms-sdk/mock-server/vitest needs Vitest 4.1 or newer; with an older one, call startMockServer() of @oms-sdk/mock-server.',
  );
}

/**
 * A mock server for one test, which fails the test when it breaks the contract unexpectedly, and when a fault rule that the
 * test added hits nothing.
 */
export interface TestServer extends MockServer {
  /**
   * Says that the test breaks the contract on purpose, anywhere or at a location such as `body.firstName`. It fails when no
   * such violation comes. Throws TypeError for a code there is not.
   */
  readonly expectViolation: (code: ViolationCode, location?: string) => void;
}

/** What the context of a test holds. */
export interface OmsFixtures {
  /** As new for each test. The tests of a worker share one server; a concurrent test gets one of its own. */
  readonly oms: TestServer;
  /**
   * Settings of the server, whose `failOn` is here 'warning' by default; to be given as a value by `test.override`, `test.extend`, or `test.provide` of the config.
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
    const server = isAlone ? await omsServers.take(omsOptions) : await startStrictly(omsOptions);
    const expected: ExpectedViolation[] = [];
    const added: InjectedFault[] = [];
    const close = () => {
      if (isAlone) omsServers.forget(omsOptions);
      return server.close();
    };
    const expectViolation: TestServer['expectViolation'] = (code, location) => {
      refuseUnknownCodes([code]);
      expected.push({ code, ...(location !== undefined && { location }) });
    };
    await use({
      ...server,
      faults: recordingFaults(server.faults, added),
      close,
      [Symbol.asyncDispose]: close,
      expectViolation,
    });
    if (!isAlone) await server.close();
    checkViolations(server.violations, expected, strictly(omsOptions));
    assertAllHit(added);
  },
});

declare module 'vitest' {
  interface ProvidedContext {
    /** Settings of the servers of `@oms-sdk/mock-server/vitest`. */
    omsOptions: MockServerOptions;
  }
}

/** A test is to notice what is probably a mistake, unless its options say otherwise. */
function strictly(options: MockServerOptions): MockServerOptions {
  return { ...options, failOn: options.failOn ?? 'warning' };
}

function startStrictly(options: MockServerOptions): Promise<MockServer> {
  return startMockServer(strictly(options));
}

/** The servers of one worker: one for each options object, started when first asked for. */
class ServerPool {
  readonly #servers = new Map<MockServerOptions, Promise<MockServer>>();

  /** The server with these options, reset. Rejects as `startMockServer` does. */
  async take(options: MockServerOptions): Promise<MockServer> {
    const starting = this.#servers.get(options) ?? startStrictly(options);
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

/** The controls of faults, which write down what is added. */
function recordingFaults(faults: FaultControls, added: InjectedFault[]): FaultControls {
  return {
    add(rule) {
      const fault = faults.add(rule);
      added.push(fault);
      return fault;
    },
    list: () => faults.list(),
    remove: (id) => faults.remove(id),
    clear: () => faults.clear(),
  };
}

/** A violation that a test causes on purpose; without a location, anywhere. */
interface ExpectedViolation {
  readonly code: ViolationCode;
  readonly location?: string;
}

/**
 * Throws ContractViolationError for violations that fail a test and were not expected, MissingViolationError for expected
 * ones that are not there.
 */
function checkViolations(
  violations: readonly Violation[],
  expected: readonly ExpectedViolation[],
  rule: FailureRule,
): void {
  const surprises = violations.filter(
    (violation) => fails(violation, rule) && !expected.some((one) => isOne(violation, one)),
  );
  if (surprises.length > 0) throw new ContractViolationError(surprises);
  const missing = expected.filter((one) => !violations.some((violation) => isOne(violation, one)));
  if (missing.length > 0) throw new MissingViolationError(missing, violations);
}

function isOne({ code, location }: Violation, expected: ExpectedViolation): boolean {
  return code === expected.code && (expected.location ?? location.join('.')) === location.join('.');
}

/** Fails a test that said it would break the contract and did not. */
export class MissingViolationError extends Error {
  override readonly name = 'MissingViolationError';
  /** The codes that were expected and did not come. */
  readonly codes: readonly ViolationCode[];

  constructor(expected: readonly ExpectedViolation[], found: readonly Violation[]) {
    const shown = expected.map(({ code, location }) => (location ? `${code} at ${location}` : code));
    const others = [...new Set(found.map(({ code, location }) => `${code} at ${location.join('.')}`))];
    super(
      `Expected violations that did not come: ${shown.join(', ')}. Found: ${others.join(', ') || 'none'}.`,
    );
    this.codes = expected.map(({ code }) => code);
  }
}
