import type { Contract } from '../../contract/contract.js';
import { fieldChecks } from '../../faults/fault-kinds.js';
import type { FaultRule } from '../../faults/fault-rule.js';
import type { FaultControls } from '../../faults/faults.js';
import { packageVersion } from '../../generated/package.gen.js';
import { isJsonObject } from '../../json/json-object.js';
import type { ExchangeRecorder } from '../../observers/exchange-recorder.js';
import type { RequestLog } from '../../observers/observer.js';
import { MisuseError } from '../../option-check.js';
import type { ModeName } from '../../options.js';
import type { GivenDialect } from '../../sandbox/dialect.js';
import { notFound } from '../../sandbox/rules/api-problem.js';
import {
  decisionFields,
  type EndorsementName,
  type ReviewDecision,
} from '../../sandbox/rules/endorsements.js';
import type { ScenarioRule } from '../../sandbox/rules/scenarios.js';
import { type SandboxControls, sandboxControls, type UseState } from '../../sandbox/sandbox-controls.js';
import { type SandboxViews, sandboxViews } from '../../sandbox/sandbox-views.js';
import type { SeedData } from '../../sandbox/seed/seed-data.js';
import { deliveryOptionNames } from '../../sandbox/webhooks/delivery-options.js';
import { type TriggerOptions, triggerFields } from '../../sandbox/webhooks/triggers.js';
import adminApi from './admin-api.json' with { type: 'json' };
import { type AdminRoute, adminFields } from './admin-routes.js';
import type { EventStream } from './event-stream.js';
import type { Listeners } from './listeners.js';
import { exchangeRoutes, listenRoutes, stateRoutes } from './view-routes.js';

/** Stands in for the controls of a sandbox in every other mode. */
const useNone: UseState = () => {
  throw new MisuseError("there is no sandbox in this mode; start with mode: 'sandbox'");
};
export const noSandbox: SandboxControls = sandboxControls(useNone);
export const noViews: SandboxViews = sandboxViews(useNone);

/** What the admin routes show and steer. */
interface Steered {
  readonly contract: Contract;
  readonly mode: ModeName;
  readonly log: RequestLog;
  readonly reset: () => void;
  readonly sandbox: SandboxControls;
  readonly faults: FaultControls;
  readonly stream: EventStream;
  readonly listeners: Listeners;
  readonly views: SandboxViews;
  /** Keeps exchanges in full, where that was asked for. */
  readonly recorder: ExchangeRecorder | undefined;
}

const done = { status: 'ok' };

/** What every admin route does, by its name below `/__oms/`; admin-api.json says what it takes and returns. */
export function adminTable(steered: Steered): Record<string, AdminRoute> {
  const { contract, mode, log, reset, sandbox, faults, stream } = steered;
  const { version, sha256 } = contract.spec;
  return {
    health: { GET: () => ({ status: 'ok', version: packageVersion, spec: { version, sha256 }, mode }) },
    violations: { GET: () => ({ violations: log.violations }) },
    requests: { GET: () => ({ requests: log.requests }) },
    spec: { GET: () => contract.spec.document },
    'openapi.json': { GET: () => adminApi },
    stream: { GET: (_, { headers, signal }) => stream.open(headers['last-event-id'], signal) },
    reset: {
      POST: (body) => {
        adminFields(body, []);
        reset();
        return done;
      },
    },
    ...exchangeRoutes(steered),
    ...stateRoutes(steered),
    ...listenRoutes(steered),
    endorsements: { POST: (body) => decide(sandbox, body) },
    scenarios: {
      GET: () => ({ scenarios: sandbox.scenarios.list() }),
      POST: (body) => sandbox.scenarios.add(scenarioIn(body) as ScenarioRule | string),
      DELETE: (body) => removeRules(sandbox.scenarios, 'scenario', body),
    },
    dialect: {
      GET: () => sandbox.dialect(),
      POST: async (body) => {
        await sandbox.setDialect(body as GivenDialect);
        return sandbox.dialect();
      },
    },
    events: {
      GET: () => ({ events: contract.events().examples }),
      POST: (body) => checkEvent(contract, body),
    },
    trigger: { POST: (body) => trigger(sandbox, body) },
    deliveries: {
      GET: () => ({ deliveries: sandbox.deliveries() }),
      POST: (body) => redeliver(sandbox, body),
    },
    seed: { POST: (body) => sandbox.seed(body as SeedData) },
    webhooks: { POST: (body) => setDeliveryOptions(sandbox, body) },
    faults: {
      GET: () => ({ faults: faults.list() }),
      POST: (body) => addFault(faults, body),
      DELETE: (body) => removeRules(faults, 'fault', body),
    },
  };
}

// A route checks the names in a body; what stands under them is checked by the control that gets it.

function checkEvent(contract: Contract, body: unknown): object {
  const { event } = adminFields(body, ['event']);
  if (!isJsonObject(event)) throw new MisuseError('event must be an object');
  return { violations: contract.checkEvent(JSON.stringify(event)) };
}

function decide(sandbox: SandboxControls, body: unknown): object {
  const fields = adminFields(body, ['customerId', 'endorsement', ...decisionFields]);
  const { customerId, endorsement, ...decision } = fields;
  sandbox.decide(customerId as string, endorsement as EndorsementName, decision as unknown as ReviewDecision);
  return done;
}

function trigger(sandbox: SandboxControls, body: unknown): object {
  const { event, ...options } = adminFields(body, ['event', ...triggerFields]);
  return { deliveries: sandbox.trigger(event as string, options as TriggerOptions) };
}

function redeliver(sandbox: SandboxControls, body: unknown): object {
  const { deliveryId } = adminFields(body, ['deliveryId']);
  sandbox.redeliver(deliveryId as string);
  return done;
}

function setDeliveryOptions(sandbox: SandboxControls, body: unknown): object {
  const { endpointId, ...options } = adminFields(body, ['endpointId', ...deliveryOptionNames]);
  sandbox.setDeliveryOptions({ copies: 1, reorder: false, ...options }, endpointId as string | undefined);
  return done;
}

function addFault(faults: FaultControls, body: unknown): object {
  return faults.add(ruleIn(body) as FaultRule | string);
}

/** Takes a rule, or `{ "rule": "its text" }`. */
function ruleIn(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  if (Object.hasOwn(body, 'rule')) return adminFields(body, ['rule'])['rule'];
  return adminFields(body, ['kind', ...Object.keys(fieldChecks)]);
}

/** Takes a scenario, or `{ "rule": "its text" }`. */
function scenarioIn(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.hasOwn(body, 'rule') ? adminFields(body, ['rule'])['rule'] : body;
}

/** Without an id, all of them. */
function removeRules(
  rules: Pick<FaultControls, 'remove' | 'clear'>,
  what: 'fault' | 'scenario',
  body: unknown,
): object {
  const { id } = adminFields(body, ['id']);
  if (id === undefined) rules.clear();
  else if (typeof id !== 'string') throw new MisuseError(`id must be that of a ${what}`);
  else if (!rules.remove(id)) throw notFound(what, `GET /__oms/${what}s lists them.`);
  return done;
}
