import { targetOf } from '../contract/contract.js';
import type { FaultControls } from '../faults/fault-controls.js';
import { Faults } from '../faults/faults.js';
import { packageVersion } from '../generated/package.gen.js';
import type { SandboxControls } from '../sandbox/sandbox-controls.js';
import type { Spec } from '../spec/spec.js';
import { AdminRoutes } from './admin-routes.js';
import { deliverToLoopbackOr } from './deliver-to-loopback.js';
import { duplicatingDeliver } from './duplicating-deliver.js';
import { faultRoutes } from './fault-routes.js';
import { FrontDoor } from './front-door.js';
import { openContract } from './open-contract.js';
import { type ModeName, modeNameIn, openMode } from './open-mode.js';
import type { MockServerOptions } from './options.js';
import type { EventObserver, ExchangeObserver } from './recorded-request.js';
import { RequestIds } from './request-ids.js';
import { RequestLog } from './request-log.js';
import { noSandbox, sandboxRoutes } from './sandbox-routes.js';

/** A mock server before it is known how requests reach it. */
export interface ServerCore {
  readonly basePath: string;
  readonly door: FrontDoor;
  readonly log: RequestLog;
  readonly sandbox: SandboxControls;
  readonly faults: FaultControls;
  reset(): void;
  /** Ends what goes on behind the requests, and keeps the state. Rejects with StateError when that fails. */
  stop(): Promise<void>;
}

/** Puts a mock server together. Throws SpecError for a spec and FaultRuleError for a fault that cannot be used. */
export async function buildCore(
  options: MockServerOptions,
  observe: ExchangeObserver,
  observeEvent: EventObserver,
): Promise<ServerCore> {
  const { seed = 1, now = Date.now, strict: isStrict = false } = options;
  const modeName = modeNameIn(options);
  const [spec, contract] = await openContract(options.spec);
  const log = new RequestLog();
  const ids = new RequestIds(seed);
  const faults = new Faults({
    rules: options.faults ?? [],
    seed,
    now,
    targets: spec.operations.map(targetOf),
    hasDeliveries: modeName === 'sandbox',
  });
  const { webhooks = {}, webhookEndpoints = [] } = options;
  const known = webhookEndpoints.map(({ url }) => url);
  const deliver = duplicatingDeliver(options.deliver ?? deliverToLoopbackOr(known), faults);
  const judgeEvent = (body: string) => {
    const violations = contract.judgeEvent(body);
    log.addViolations(violations);
    observeEvent(violations);
    return !(isStrict && violations.some(({ severity }) => severity === 'error'));
  };
  const settings = { seed, now: faults.now, deliver, judgeEvent, webhooks, webhookEndpoints };
  const mode = await openMode(spec, settings, options);
  const sandbox = mode.controls ?? noSandbox;
  const reset = () => {
    log.clear();
    ids.restart();
    faults.reset();
    mode.reset?.();
  };
  const admin = new AdminRoutes(
    spec.basePath,
    {
      ...adminRoutes(spec, modeName, log, reset),
      ...sandboxRoutes(sandbox),
      ...faultRoutes(faults),
    },
    mode.settled,
  );
  const headers = { 'x-oms-mock-version': packageVersion, 'x-oms-spec-sha256': spec.sha256 };
  const parts = { contract, mode, faults, admin, ids, log, observe, isStrict, headers };
  return {
    basePath: spec.basePath,
    door: new FrontDoor(parts),
    log,
    sandbox,
    faults,
    reset,
    stop: async () => {
      faults.dropWaiting();
      await mode.close?.();
    },
  };
}

function adminRoutes(spec: Spec, mode: ModeName, { violations, requests }: RequestLog, reset: () => void) {
  const { version, sha256 } = spec;
  const health = { status: 'ok', version: packageVersion, spec: { version, sha256 }, mode };
  return {
    health: { GET: () => health },
    violations: { GET: () => ({ violations }) },
    requests: { GET: () => ({ requests }) },
    spec: { GET: () => spec.document },
    reset: {
      POST: () => {
        reset();
        return { status: 'ok' };
      },
    },
  };
}
