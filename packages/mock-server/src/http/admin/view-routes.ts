import type { Contract } from '../../contract/contract.js';
import type { ExchangeRecorder } from '../../observers/exchange-recorder.js';
import type { RequestLog } from '../../observers/observer.js';
import { MisuseError } from '../../option-check.js';
import { notFound } from '../../sandbox/rules/api-problem.js';
import type { SandboxControls } from '../../sandbox/sandbox-controls.js';
import type { SandboxViews } from '../../sandbox/sandbox-views.js';
import { type AdminRoute, adminFields } from './admin-routes.js';
import { coverageOf } from './coverage.js';
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
export function stateRoutes({ sandbox, views }: Simulated): Record<string, AdminRoute> {
  return {
    clock: {
      GET: () => views.clock(),
      POST: (body) => {
        const { advanceMs, to } = adminFields(body, ['advanceMs', 'to']);
        if (to === undefined) sandbox.advance(advanceMs as number);
        else if (advanceMs === undefined) views.advanceTo(to);
        else throw new MisuseError('only one of advanceMs and to can be given');
        return views.clock();
      },
    },
    customers: { GET: () => ({ customers: views.customers(mostShown) }) },
    'customers/{id}': { GET: (_, { routeId }) => views.customer(routeId) },
    endpoints: { GET: () => ({ endpoints: views.endpoints() }) },
    'endpoints/{id}': { GET: (_, { routeId }) => views.endpoint(routeId) },
    'deliveries/{id}': { GET: (_, { routeId }) => views.delivery(routeId) },
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
