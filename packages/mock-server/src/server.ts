import { assemble, inFile, readClock } from './assemble.js';
import { checkOptions, withDefaults } from './check-options.js';
import { assertAllHit } from './faults/faults.js';
import { inProcessFetch } from './http/in-process-fetch.js';
import { openListener } from './http/listener.js';
import { SocketGuard } from './http/socket-guard.js';
import type { MockServer } from './mock-server.js';
import { readUpstream, refuseOwnUpstream } from './modes/proxy/upstream.js';
import { type Observer, RequestLog, violationObserver } from './observers/observer.js';
import { Report } from './observers/report.js';
import type { MockServerOptions } from './options.js';
import { refuseUnknownCodes } from './violations/code-table.js';
import { ContractViolationError, type FailureRule, fails, type Violation } from './violations/violation.js';

/**
 * Starts a mock server. Rejects with SpecError for a spec and StateError for a state file that cannot be used, with
 * TypeError for other options that do not fit, and with the error of Node for a busy port and a report that cannot be written.
 */
export function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  return startObservedServer(options, []);
}

/** Starts a mock server with more observers than the options ask for. */
export async function startObservedServer(
  options: MockServerOptions,
  others: readonly Observer[],
): Promise<MockServer> {
  checkOptions(options);
  refuseUnknownCodes(options.allow ?? []);
  const {
    host,
    port,
    listen,
    now = readClock,
    report: reportFile,
    onViolation,
    adminToken,
  } = withDefaults(options);
  const log = new RequestLog();
  const report = reportFile === undefined ? undefined : await Report.open(reportFile, now);
  const observers = [
    log,
    ...(report ? [report] : []),
    ...(onViolation ? [violationObserver(onViolation)] : []),
    ...others,
  ];
  const assembled = await assemble(options, log, observers).catch(async (error: unknown) => {
    await report?.abandon();
    throw inFile(error, options.spec);
  });
  const { basePath, handler, admin, ownHosts, sandbox, faults, reset } = assembled;
  const stop = () => assembled.stop().finally(() => report?.finish());
  const isSteering = (target: string) => admin.isSteering(target);
  const guardOf = (address: string) => new SocketGuard({ address, ownHosts, adminToken, isSteering });
  const listener = listen
    ? await openListener({ handler, host, port, guardOf }).catch(afterwards(stop))
    : undefined;
  if (listener !== undefined && options.mode === 'proxy')
    await refuseOwnUpstream(readUpstream(options.upstream, options.allowHttp), listener.bound).catch(
      afterwards(() => listener.close().then(stop)),
    );
  let isClosed = false;
  const close = async () => {
    isClosed = true;
    assembled.endStreams();
    await listener?.close();
    await stop();
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listener?.bound.port ?? 0}${basePath}`,
    adminToken: listener?.adminToken,
    fetch: inProcessFetch(handler, () => isClosed),
    violations: log.violations,
    requests: log.requests,
    sandbox,
    faults,
    reset,
    assertNoViolations: () => assertNone(log.violations, options),
    assertFaultsHit: () => assertAllHit(faults.list()),
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

function assertNone(violations: readonly Violation[], rule: FailureRule): void {
  if (!violations.some((violation) => fails(violation, rule))) return;
  throw new ContractViolationError(violations.filter(({ code }) => !rule.allow?.includes(code)));
}
