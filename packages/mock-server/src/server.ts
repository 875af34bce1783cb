import { assemble, inFile, readClock } from './assemble.js';
import { checkOptions, withDefaults } from './check-options.js';
import { assertAllHit, type FaultControls } from './faults/faults.js';
import { inProcessFetch } from './http/in-process-fetch.js';
import { openListener } from './http/listener.js';
import { SocketGuard } from './http/socket-guard.js';
import { readUpstream, refuseOwnUpstream } from './modes/proxy/upstream.js';
import { type Observer, type RecordedRequest, RequestLog, violationObserver } from './observers/observer.js';
import { Report } from './observers/report.js';
import type { MockServerOptions } from './options.js';
import type { SandboxControls } from './sandbox/sandbox-controls.js';
import { refuseUnknownCodes } from './violations/code-table.js';
import { ContractViolationError, type FailureRule, fails, type Violation } from './violations/violation.js';

/** A running mock server. */
export interface MockServer extends AsyncDisposable {
  /** Base URL with the base path, such as `http://127.0.0.1:40123/v0.9`. Without a socket its port is 0, which nothing can reach. */
  readonly url: string;
  /**
   * The token that admin routes need over the socket, as `Authorization: Bearer <token>`; undefined on loopback, where they
   * need none.
   */
  readonly adminToken: string | undefined;
  /** A `fetch` that needs no socket; the host in the URL does not matter. It rejects once the server is closed. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What has broken the contract so far, oldest first: the latest 10,000. Notices are dropped before warnings, warnings before errors. */
  readonly violations: readonly Violation[];
  /** The requests so far, oldest first; the latest 10,000. */
  readonly requests: readonly RecordedRequest[];
  /** Controls the sandbox. In any other mode its methods throw. */
  readonly sandbox: SandboxControls;
  /** Adds and removes faults: resets, stalls, outages and the like. */
  readonly faults: FaultControls;
  /** Forgets requests, violations and the sandbox, restarts the numbering of requests, and restores the faults of the options. */
  reset(): void;
  /**
   * Throws a `ContractViolationError` that lists the violations if any of them is an error or, with `failOn: 'warning'`, a
   * warning; those in `allow` do not count.
   */
  assertNoViolations(): void;
  /**
   * Throws an `UnhitFaultError` that lists the active fault rules that have hit nothing, except those with a `probability`:
   * such a test does not test what it claims.
   */
  assertFaultsHit(): void;
  /** Stops the server; connections still busy after half a second are cut. `await using` does this too. */
  close(): Promise<void>;
}

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
