import { targetOf } from './contract/contract.js';
import { type FaultControls, Faults } from './faults/faults.js';
import { FrontDoor } from './front-door.js';
import { packageVersion } from './generated/package.gen.js';
import { AdminRoutes } from './http/admin-routes.js';
import { faultRoutes } from './http/fault-routes.js';
import { RequestIds } from './http/request-ids.js';
import { noSandbox, sandboxRoutes } from './http/sandbox-routes.js';
import { serverRoutes } from './http/server-routes.js';
import { modeNameIn, openMode } from './modes/open-mode.js';
import { openContract } from './open-contract.js';
import type { MockServerOptions } from './options.js';
import type { EventObserver, ExchangeObserver } from './recorded-request.js';
import { RequestLog } from './request-log.js';
import type { SandboxControls } from './sandbox/sandbox-controls.js';
import { settingsForSandbox } from './settings-for-sandbox.js';
import type { Spec } from './spec/spec.js';

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
  const { seed = 1, strict: isStrict = false } = options;
  const modeName = modeNameIn(options);
  const [spec, contract] = await openContract(options.spec);
  const { basePath } = spec;
  const [log, ids, faults] = [new RequestLog(), new RequestIds(seed), faultsIn(options, spec)];
  const settings = settingsForSandbox(options, { contract, faults, log, observeEvent });
  const mode = await openMode(spec, settings, options);
  const sandbox = mode.controls ?? noSandbox;
  const reset = () => {
    log.clear();
    ids.restart();
    faults.reset();
    mode.reset?.();
  };
  const routes = {
    ...serverRoutes(spec, modeName, log, reset),
    ...sandboxRoutes(sandbox),
    ...faultRoutes(faults),
  };
  const admin = new AdminRoutes(basePath, routes, mode.settled);
  const headers = { 'x-oms-mock-version': packageVersion, 'x-oms-spec-sha256': spec.sha256 };
  const door = new FrontDoor({ contract, mode, faults, admin, ids, log, observe, isStrict, headers });
  const stop = async () => {
    faults.dropWaiting();
    await mode.close?.();
  };
  return { basePath, door, log, sandbox, faults, reset, stop };
}

function faultsIn(options: MockServerOptions, { operations }: Spec): Faults {
  const { faults: rules = [], seed = 1, now = Date.now } = options;
  const hasDeliveries = modeNameIn(options) === 'sandbox';
  return new Faults({ rules, seed, now, targets: operations.map(targetOf), hasDeliveries });
}
