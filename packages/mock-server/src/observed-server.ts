import { Report } from './cli/report.js';
import { openListener } from './http/http-listener.js';
import { inProcessFetch } from './http/in-process-fetch.js';
import type { MockServer } from './mock-server.js';
import { inFile } from './open-contract.js';
import type { MockServerOptions } from './options.js';
import type { EventObserver, ExchangeObserver } from './recorded-request.js';
import { buildCore } from './server-core.js';
import { ContractViolationError } from './violations/contract-violation-error.js';
import type { Violation } from './violations/violation.js';

/** Starts a mock server that also tells of requests without violations. */
export async function startObservedServer(
  options: MockServerOptions,
  observe: ExchangeObserver,
  observeEvent: EventObserver,
): Promise<MockServer> {
  const { host = '127.0.0.1', port = 0, listen = true, now = Date.now } = options;
  const report = options.report === undefined ? undefined : new Report(options.report, now);
  const exchanged: ExchangeObserver = (request, violations) => {
    report?.exchanged(request, violations);
    observe(request, violations);
  };
  const delivered: EventObserver = (violations) => {
    report?.delivered(violations);
    observeEvent(violations);
  };
  const core = await buildCore(options, exchanged, delivered).catch((error: unknown) => {
    report?.abandon();
    throw inFile(error, options.spec);
  });
  const { basePath, door, log, sandbox, faults, reset } = core;
  const { violations, requests } = log;
  const stop = () => core.stop().finally(() => report?.finish());
  const listener = listen ? await openListener(door, host, port).catch(afterwards(stop)) : undefined;
  let isClosed = false;
  const close = async () => {
    isClosed = true;
    await listener?.close();
    await stop();
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listener?.port ?? 0}${basePath}`,
    fetch: inProcessFetch(door, () => isClosed),
    violations,
    requests,
    sandbox,
    faults,
    reset,
    assertNoViolations: () => assertNone(violations),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Does something and throws what was caught. */
function afterwards(work: () => Promise<void>): (error: unknown) => Promise<never> {
  return async (error) => {
    await work();
    throw error;
  };
}

function assertNone(violations: readonly Violation[]): void {
  const hasError = violations.some(({ severity }) => severity === 'error');
  if (hasError) throw new ContractViolationError([...violations]);
}
