import { Contract } from '../contract/contract.js';
import { packageVersion } from '../generated/package.gen.js';
import type { Mode } from '../message/forward.js';
import { mockMode } from '../mock/mock-mode.js';
import { readSpec } from '../spec/read-spec.js';
import type { Spec } from '../spec/spec.js';
import { ContractViolationError } from '../violations/contract-violation-error.js';
import { AdminRoutes } from './admin-routes.js';
import { FrontDoor } from './front-door.js';
import { openListener } from './http-listener.js';
import { inProcessFetch } from './in-process-fetch.js';
import type { MockServer } from './mock-server.js';
import type { MockServerOptions } from './options.js';
import type { ExchangeObserver } from './recorded-request.js';
import { RequestIds } from './request-ids.js';
import { RequestLog } from './request-log.js';

const modes: Readonly<Record<NonNullable<MockServerOptions['mode']>, (spec: Spec, seed: number) => Mode>> = {
  mock: mockMode,
};

/** Starts a mock server that also tells of requests without violations. */
export async function startObservedServer(
  options: MockServerOptions,
  observe: ExchangeObserver,
): Promise<MockServer> {
  const { mode = 'mock', seed = 1, host = '127.0.0.1', port = 0, listen = true } = options;
  if (!Object.hasOwn(modes, mode))
    throw new TypeError(`mode must be one of: ${Object.keys(modes).join(', ')}`);
  const spec = await readSpec(options.spec);
  const log = new RequestLog();
  const ids = new RequestIds(seed);
  const reset = () => {
    log.clear();
    ids.restart();
  };
  const door = new FrontDoor({
    contract: await Contract.load(spec),
    mode: modes[mode](spec, seed),
    admin: new AdminRoutes(spec.basePath, adminRoutes(spec, mode, log, reset)),
    ids,
    log,
    observe,
    isStrict: options.strict ?? false,
    headers: { 'x-oms-mock-version': packageVersion, 'x-oms-spec-sha256': spec.sha256 },
  });
  const listener = listen ? await openListener(door, host, port) : undefined;
  const close = async () => listener?.close();
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listener?.port ?? 0}${spec.basePath}`,
    fetch: inProcessFetch(door),
    violations: log.violations,
    requests: log.requests,
    reset,
    assertNoViolations: () => assertNone(log),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function adminRoutes(spec: Spec, mode: string, log: RequestLog, reset: () => void) {
  const { version, sha256 } = spec;
  return {
    health: { GET: () => ({ status: 'ok', version: packageVersion, spec: { version, sha256 }, mode }) },
    violations: { GET: () => ({ violations: log.violations }) },
    requests: { GET: () => ({ requests: log.requests }) },
    spec: { GET: () => spec.document },
    reset: {
      POST: () => {
        reset();
        return { status: 'ok' };
      },
    },
  };
}

function assertNone({ violations }: RequestLog): void {
  if (violations.some(({ severity }) => severity === 'error'))
    throw new ContractViolationError([...violations]);
}
