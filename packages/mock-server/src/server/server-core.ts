import { Contract } from '../contract/contract.js';
import { packageVersion } from '../generated/package.gen.js';
import type { Mode } from '../message/forward.js';
import { mockMode } from '../mock/mock-mode.js';
import type { Deliver } from '../sandbox/deliveries.js';
import { type SandboxControls, sandboxMode } from '../sandbox/sandbox-mode.js';
import { readSpec } from '../spec/read-spec.js';
import type { Spec } from '../spec/spec.js';
import { AdminRoutes } from './admin-routes.js';
import { deliverToLoopback } from './deliver-to-loopback.js';
import { FrontDoor } from './front-door.js';
import type { MockServerOptions } from './options.js';
import type { ExchangeObserver } from './recorded-request.js';
import { RequestIds } from './request-ids.js';
import { RequestLog } from './request-log.js';
import { noSandbox, sandboxRoutes } from './sandbox-routes.js';

/** A mock server before it is known how requests reach it. */
export interface ServerCore {
  readonly basePath: string;
  readonly door: FrontDoor;
  readonly log: RequestLog;
  readonly sandbox: SandboxControls;
  reset(): void;
  /** Ends what goes on behind the requests. */
  stop(): void;
}

type ModeName = NonNullable<MockServerOptions['mode']>;

interface ModeOptions {
  readonly seed: number;
  readonly now: () => number;
  readonly deliver: Deliver;
}

type SteeredMode = Mode & { readonly controls?: SandboxControls };

const modes: Readonly<Record<ModeName, (spec: Spec, options: ModeOptions) => SteeredMode>> = {
  mock: (spec, { seed }) => mockMode(spec, seed),
  sandbox: (_, { deliver, ...options }) => sandboxMode(options, deliver),
};

/** Puts a mock server together. Throws SpecError for a spec that cannot be used. */
export async function buildCore(options: MockServerOptions, observe: ExchangeObserver): Promise<ServerCore> {
  const { mode: modeName = 'mock', seed = 1, now = Date.now, strict: isStrict = false } = options;
  if (!Object.hasOwn(modes, modeName)) throw new TypeError(`mode must be ${Object.keys(modes).join(' or ')}`);
  const spec = await readSpec(options.spec);
  const log = new RequestLog();
  const ids = new RequestIds(seed);
  const mode = modes[modeName](spec, { seed, now, deliver: options.deliver ?? deliverToLoopback });
  const sandbox = mode.controls ?? noSandbox;
  const reset = () => {
    log.clear();
    ids.restart();
    mode.reset?.();
  };
  const contract = await Contract.load(spec);
  const admin = new AdminRoutes(spec.basePath, {
    ...adminRoutes(spec, modeName, log, reset),
    ...sandboxRoutes(sandbox),
  });
  const headers = { 'x-oms-mock-version': packageVersion, 'x-oms-spec-sha256': spec.sha256 };
  const parts = { contract, mode, admin, ids, log, observe, isStrict, headers };
  return {
    basePath: spec.basePath,
    door: new FrontDoor(parts),
    log,
    sandbox,
    reset,
    stop: () => mode.reset?.(),
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
