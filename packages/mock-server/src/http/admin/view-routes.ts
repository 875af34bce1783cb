import type { Contract } from '../../contract/contract.js';
import type { ExchangeRecorder } from '../../observers/exchange-recorder.js';
import type { RequestLog } from '../../observers/observer.js';
import { MisuseError } from '../../option-check.js';
import { notFound } from '../../sandbox/rules/api-problem.js';
import type { SandboxControls } from '../../sandbox/sandbox-controls.js';
import type { SandboxViews } from '../../sandbox/sandbox-views.js';
import type { Spec } from '../../spec/spec.js';
import type { Severity, ViolationCode } from '../../violations/code-table.js';
import { type AdminRoute, adminFields } from './admin-routes.js';
import type { Listeners } from './listeners.js';

/** What knows of the exchanges of a server. */
interface Recorded {
  readonly contract: Contract;
  readonly log: RequestLog;
  /** Keeps exchanges in full, where that was asked for. */
  readonly recorder: ExchangeRecorder | undefined;
}

/** What knows of a sandbox. */
interface Simulated {
  readonly sandbox: SandboxControls;
  readonly views: SandboxViews;
  readonly recorder: ExchangeRecorder | undefined;
}

/** What knows who listens. */
interface Listened {
  readonly views: SandboxViews;
  readonly listeners: Listeners;
}

/** What went through the server. */
export function exchangeRoutes({ contract, log, recorder }: Recorded): Record<string, AdminRoute> {
  return {
    exchanges: { GET: () => ({ isRecording: recorder !== undefined, exchanges: recorder?.list() ?? [] }) },
    'exchanges/{id}': {
      GET: (_, { routeId }) => {
        const exchange = recorder?.get(routeId);
        if (exchange === undefined) throw notFound('exchange');
        return exchange;
      },
    },
    coverage: { GET: () => coverageOf(contract.spec, log) },
  };
}

/** What is in the sandbox. */
export function stateRoutes({ sandbox, views, recorder }: Simulated): Record<string, AdminRoute> {
  return {
    clock: {
      GET: () => views.clock(),
      POST: (body) => {
        const { advanceMs, to } = adminFields(body, ['advanceMs', 'to']);
        const before = views.clock().aheadMs;
        if (to === undefined) sandbox.advance(advanceMs as number);
        else if (advanceMs === undefined) views.advanceTo(to);
        else throw new MisuseError('only one of advanceMs and to can be given');
        const clock = views.clock();
        return { ...clock, advancedMs: clock.aheadMs - before };
      },
    },
    people: { GET: async () => ({ people: (await import('../../people.js')).people }) },
    customers: { GET: () => ({ customers: views.customers(mostShown) }) },
    'customers/{id}': {
      GET: (_, { routeId }) => {
        const shown = views.customer(routeId);
        const attempts = recorder?.attempts(shown.deliveries.map(({ id }) => id)) ?? [];
        return { ...shown, attempts };
      },
    },
    endpoints: { GET: () => ({ endpoints: views.endpoints() }) },
    'endpoints/{id}': { GET: (_, { routeId }) => views.endpoint(routeId) },
    'deliveries/{id}': {
      GET: (_, { routeId }) => ({
        ...views.delivery(routeId),
        history: recorder?.attemptsOf(routeId) ?? [],
      }),
    },
  };
}

/** A page of customers that is looked at has no more. */
const mostShown = 1000;

/** What takes deliveries from afar. */
export function listenRoutes({ views, listeners }: Listened): Record<string, AdminRoute> {
  return {
    listen: {
      GET: (_, { target, signal }) => {
        const { searchParams } = new URL(target, 'http://localhost');
        return listeners.open(searchParams.get('url'), signal);
      },
      POST: (body) => {
        const { endpointId, call, status } = adminFields(body, ['endpointId', 'call', 'status']);
        listeners.settle(endpointId, call, status);
        return { status: 'ok' };
      },
    },
    'listen-secret': { GET: () => ({ secret: views.listenSecret() }) },
  };
}

/** One operation, by the statuses that the spec declares for it. */
interface CoveredOperation {
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  /** A status, a range such as `4XX`, or `default`, and how often it was met. */
  readonly statuses: readonly { readonly status: string; readonly count: number }[];
}

/** How much of a contract was met, going by the requests and violations that are remembered. */
interface Coverage {
  readonly operations: readonly CoveredOperation[];
  readonly violations: readonly {
    readonly code: ViolationCode;
    readonly severity: Severity;
    readonly count: number;
  }[];
}

/** What of a contract was met so far, and what is untried. */
function coverageOf({ operations }: Spec, { requests, violations }: RequestLog): Coverage {
  const met = new Map<string, Map<number, number>>();
  for (const { method, path, status } of requests) {
    const ofOperation = met.get(`${method} ${path}`) ?? new Map<number, number>();
    met.set(`${method} ${path}`, ofOperation.set(status, (ofOperation.get(status) ?? 0) + 1));
  }
  const counts = new Map<ViolationCode, { code: ViolationCode; severity: Severity; count: number }>();
  for (const { code, severity } of violations)
    counts.set(code, { code, severity, count: (counts.get(code)?.count ?? 0) + 1 });
  return {
    operations: operations.map(({ operationId = null, method, template: path, responses }) => {
      const seen = met.get(`${method} ${path}`) ?? new Map<number, number>();
      return {
        operationId,
        method,
        path,
        statuses: statusesOf(
          responses.map(({ code }) => code),
          seen,
        ),
      };
    }),
    violations: [...counts.values()],
  };
}

/** A status that is declared by itself counts there, else in its range, else as `default`; what none declares comes last. */
function statusesOf(
  declared: readonly string[],
  seen: ReadonlyMap<number, number>,
): CoveredOperation['statuses'] {
  const counts = new Map(declared.map((code) => [code, 0]));
  for (const [status, count] of seen) {
    const codes = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
    const code = codes.find((one) => declared.includes(one)) ?? String(status);
    counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return [...counts].map(([status, count]) => ({ status, count }));
}
