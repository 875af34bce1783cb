import { ContractViolationError } from '../violations/contract-violation-error.js';
import type { Violation } from '../violations/violation.js';
import { openListener } from './http-listener.js';
import { inProcessFetch } from './in-process-fetch.js';
import type { MockServer } from './mock-server.js';
import type { MockServerOptions } from './options.js';
import type { ExchangeObserver } from './recorded-request.js';
import { buildCore } from './server-core.js';

/** Starts a mock server that also tells of requests without violations. */
export async function startObservedServer(
  options: MockServerOptions,
  observe: ExchangeObserver,
): Promise<MockServer> {
  const { host = '127.0.0.1', port = 0, listen = true } = options;
  const { basePath, door, log, sandbox, reset, stop } = await buildCore(options, observe);
  const { violations, requests } = log;
  const listener = listen ? await openListener(door, host, port) : undefined;
  const close = async () => {
    stop();
    await listener?.close();
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listener?.port ?? 0}${basePath}`,
    fetch: inProcessFetch(door),
    violations,
    requests,
    sandbox,
    reset,
    assertNoViolations: () => assertNone(violations),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function assertNone(violations: readonly Violation[]): void {
  const hasError = violations.some(({ severity }) => severity === 'error');
  if (hasError) throw new ContractViolationError([...violations]);
}
