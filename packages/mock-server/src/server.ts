import crypto from 'node:crypto';
import { Contract, targetOf } from './contract/contract.js';
import { assertAllHit, Faults } from './faults/faults.js';
import { packageVersion } from './generated/package.gen.js';
import { AdminRoutes } from './http/admin/admin-routes.js';
import { adminTable, noSandbox } from './http/admin/admin-table.js';
import { OwnHosts } from './http/cross-origin.js';
import { deliverToLoopbackOr, duplicatingDeliver } from './http/deliver.js';
import { inProcessFetch } from './http/in-process-fetch.js';
import { openListener } from './http/listener.js';
import { reportFailure } from './http/report-failure.js';
import { SocketGuard } from './http/socket-guard.js';
import type { MockServer } from './mock-server.js';
import { openMode } from './modes/open-mode.js';
import { readUpstream, refuseOwnUpstream } from './modes/proxy/upstream.js';
import { type Observer, RequestLog, violationObserver } from './observers/observer.js';
import { Report } from './observers/report.js';
import { checkOptions, withDefaults } from './option-table.js';
import type { MockServerOptions } from './options.js';
import { RequestHandler } from './request-handler.js';
import { type CheckSeedBody, halfSentence } from './sandbox/seed/seed-data.js';
import type { Hash } from './sandbox/state/ids.js';
import { readSeedData } from './seed-file.js';
import { SpecError } from './spec/spec-error.js';
import { ContractViolationError } from './violations/contract-violation-error.js';
import type { Violation } from './violations/violation.js';

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
    assertNoViolations: () => assertNone(log.violations),
    assertFaultsHit: () => assertAllHit(faults.list()),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Puts together what handles requests, however they arrive. */
async function assemble(options: MockServerOptions, log: RequestLog, observers: readonly Observer[]) {
  const {
    mode: modeName,
    seed,
    now = readClock,
    strict: isStrict,
    faults: rules,
    checks,
    host,
  } = withDefaults(options);
  const [spec, contract] = await Contract.open(options.spec);
  const targets = spec.operations.map(targetOf);
  const faults = new Faults({ rules, seed, now, targets, hasDeliveries: modeName === 'sandbox' });
  const checkEvent = (body: string) => {
    const violations = contract.checkEvent(body);
    try {
      for (const observer of observers) observer.delivered(violations);
    } catch (error) {
      // An event has no response that could say so, and mostly falls due in a timer.
      reportFailure(error);
    }
    return !(isStrict && violations.some(({ severity }) => severity === 'error'));
  };
  const checkBody: CheckSeedBody = (operationId, body) => {
    const found = contract.checkBody(operationId, body);
    return found && { path: found.location.slice(1), problem: halfSentence(found.message) };
  };
  const { data: seedData, urls, inFile } = await readSeedData(options.seedData);
  const { webhooks = {}, webhookEndpoints = [], scenarios } = options;
  const known = [...webhookEndpoints.map(({ url }) => url), ...urls];
  const deliver = duplicatingDeliver(options.deliver ?? deliverToLoopbackOr(known), faults);
  const hasRandomSecrets = options.seed === undefined;
  const settings = {
    seed,
    hasRandomSecrets,
    now: faults.now,
    deliver,
    checkEvent,
    webhooks,
    webhookEndpoints,
    scenarios,
    checks,
    seedData,
    checkBody,
    events: contract.events(),
    hash,
  };
  const mode = await openMode(spec, settings, options).catch((error: unknown) => {
    throw inFile(error);
  });
  const sandbox = mode.controls ?? noSandbox;
  const reset = () => {
    log.clear();
    handler.reset();
    faults.reset();
    mode.reset?.();
  };
  const routes = adminTable({ spec, mode: modeName, log, reset, sandbox, faults });
  const { basePath } = spec;
  const ownHosts = new OwnHosts([host, options.allowHost ?? []].flat());
  const hasStartPage = !spec.operations.some(({ template }) => basePath + template === '/');
  const admin = new AdminRoutes({ basePath, routes, ownHosts, hasStartPage, settled: mode.settled });
  const headers = { 'x-oms-mock-version': packageVersion, 'x-oms-spec-sha256': spec.sha256 };
  const parts = { contract, mode, faults, admin, ownHosts, observers, isStrict, seed, headers };
  const handler = new RequestHandler(parts);
  /** Ends what goes on behind the requests, and keeps the state. Rejects with StateError when that fails. */
  const stop = async () => {
    faults.dropWaiting();
    await mode.close?.();
  };
  return { basePath, handler, admin, ownHosts, sandbox, faults, reset, stop };
}

/** Asks for `Date.now` anew each time: test runners replace it, and put it back. */
const readClock = () => Date.now();

/** The native SHA-256: `crypto.hash` where the runtime has it, which takes half the time for short texts. */
const hash: Hash =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text)
    : (text) => crypto.createHash('sha256').update(text).digest('hex');

/** Has an error name the file of the spec, if the spec is to blame and has one. */
function inFile(error: unknown, source: string | object | undefined): unknown {
  if (!(error instanceof SpecError) || typeof source !== 'string') return error;
  const { pointer, problem, advice, keyword } = error;
  return new SpecError(pointer, problem, advice, keyword, source);
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
