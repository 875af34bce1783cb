import crypto from 'node:crypto';
import { withDefaults } from './check-options.js';
import { Contract, targetOf } from './contract/contract.js';
import { Faults } from './faults/faults.js';
import { packageVersion } from './generated/package.gen.js';
import { AdminRoutes } from './http/admin/admin-routes.js';
import { adminTable, noSandbox, noViews } from './http/admin/admin-table.js';
import { EventStream } from './http/admin/event-stream.js';
import { Listeners } from './http/admin/listeners.js';
import { OwnHosts } from './http/cross-origin.js';
import { deliverToLoopbackOr, duplicatingDeliver, whyNeverCalled } from './http/deliver.js';
import { objectOr } from './json/json-object.js';
import { openMode } from './modes/open-mode.js';
import { ExchangeRecorder } from './observers/exchange-recorder.js';
import { Masking } from './observers/masking.js';
import {
  exampleEndpointObserver,
  joinedObservers,
  type Observer,
  type RequestLog,
} from './observers/observer.js';
import type { MockServerOptions } from './options.js';
import { RequestHandler } from './request-handler.js';
import { type Dialect, readDialect, specChanges } from './sandbox/dialect.js';
import { type CheckSeedBody, halfSentence } from './sandbox/seed/seed-data.js';
import type { Hash } from './sandbox/state/ids.js';
import type { AttemptMessages, DeliveryAttempt } from './sandbox/webhooks/delivery-options.js';
import { readSeedData } from './seed-file.js';
import { SpecError } from './spec/spec-error.js';

/** Puts together what handles requests, however they arrive. */
export async function assemble(options: MockServerOptions, log: RequestLog, given: readonly Observer[]) {
  const {
    mode: modeName,
    seed,
    now = readClock,
    strict: isStrict,
    faults: rules,
    checks,
    host,
    studio,
  } = withDefaults(options);
  const stream = new EventStream(crypto.randomBytes(4).toString('hex'));
  const { data: seedData, dialect: ofSeedData, urls, inFile } = await readSeedData(options.seedData);
  const dialect = readDialect(options.dialect ?? ofSeedData);
  const contract = await Contract.open(options.spec, specChanges(dialect));
  const { spec } = contract;
  let made: Masking | undefined;
  const masking = () => {
    made ??= new Masking(spec);
    return made;
  };
  const recorder = studio ? new ExchangeRecorder(masking(), now) : undefined;
  const seeing = [...given, stream, ...(recorder ? [recorder] : [])];
  const all = joinedObservers(seeing);
  const observers = modeName === 'mock' ? [...seeing, exampleEndpointObserver(all)] : seeing;
  const targets = spec.operations.map(targetOf);
  const faults = new Faults({
    ...{ rules, seed, now, targets },
    events: modeName === 'sandbox' ? Object.keys(objectOr(spec.document['webhooks'])) : undefined,
    onChange: () => stream.tell('faults'),
  });
  const checkEvent = (body: string) => {
    const violations = contract.checkEvent(body);
    all.delivered(violations);
    return !(isStrict && violations.some(({ severity }) => severity === 'error'));
  };
  const checkBody: CheckSeedBody = (operationId, body) => {
    const found = contract.checkBody(operationId, body);
    return found && { path: found.location.slice(1), problem: halfSentence(found.message) };
  };
  const { webhooks = {}, webhookEndpoints = [], scenarios } = options;
  const known = [...webhookEndpoints.map(({ url }) => url), ...urls];
  const listeners = new Listeners(() => mode.views ?? noViews);
  const sent = listeners.around(options.deliver ?? deliverToLoopbackOr(known, studio));
  const deliver = duplicatingDeliver(sent, faults);
  const hasRandomSecrets = options.seed === undefined;
  const settings = {
    seed,
    hasRandomSecrets,
    now: faults.now,
    deliver,
    whyNeverCalled: listeners.knowing(options.deliver ? undefined : whyNeverCalled(known)),
    onAttempt: (attempt: DeliveryAttempt, messages: AttemptMessages) =>
      all.attempted(attempt, () => masking().attempt(messages)),
    onUncalledEndpoint: all.madeUncalled,
    onChange: stream.changed,
    checkEvent,
    webhooks,
    webhookEndpoints,
    scenarios,
    checks,
    seedData,
    checkBody,
    triggerable: contract.events(),
    dialect,
    prepareDialect: (next: Dialect) => contract.prepare(specChanges(next)),
    hash,
  };
  const mode = await openMode(spec, settings, options).catch((error: unknown) => {
    throw inFile(error);
  });
  const { controls: sandbox = noSandbox, views = noViews } = mode;
  const reset = () => {
    log.clear();
    recorder?.clear();
    handler.reset();
    faults.reset();
    contract.reset();
    mode.reset?.();
    stream.tell('reset');
  };
  const routes = adminTable({
    mode: modeName,
    log,
    reset,
    sandbox,
    faults,
    stream,
    listeners,
    views,
    recorder,
    contract,
  });
  const { basePath } = spec;
  const ownHosts = new OwnHosts([host, options.allowHost ?? []].flat());
  const hasStartPage = !spec.operations.some(({ template }) => basePath + template === '/');
  const admin = new AdminRoutes({ basePath, routes, ownHosts, hasStartPage, settled: mode.settled });
  const headers = { 'x-oms-mock-version': packageVersion, 'x-oms-spec-sha256': spec.sha256 };
  const parts = { contract, mode, faults, admin, ownHosts, observers, isStrict, seed, headers, now, masking };
  const handler = new RequestHandler(parts);
  const endStreams = () => {
    stream.close();
    listeners.close();
  };
  /** Ends what goes on behind the requests, and keeps the state. Rejects with StateError when that fails. */
  const stop = async () => {
    faults.dropWaiting();
    await mode.close?.();
  };
  return { basePath, handler, admin, ownHosts, sandbox, faults, endStreams, reset, stop };
}

/** Asks for `Date.now` anew each time: test runners replace it, and put it back. */
export const readClock = () => Date.now();

/** The native SHA-256: `crypto.hash` where the runtime has it, which takes half the time for short texts. */
const hash: Hash =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text)
    : (text) => crypto.createHash('sha256').update(text).digest('hex');

/** Has an error name the file of the spec, if the spec is to blame and has one. */
export function inFile(error: unknown, source: string | object | undefined): unknown {
  if (!(error instanceof SpecError) || typeof source !== 'string') return error;
  const { pointer, problem, advice, keyword } = error;
  return new SpecError(pointer, problem, advice, keyword, source);
}
