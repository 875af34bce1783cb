import type { ApiResponse } from './http/message.js';
import {
  checkOptionsBy,
  isDialect,
  isFunction,
  isObject,
  isRuleList,
  isWholeNumber,
  type OptionCheck,
} from './option-check.js';
import { type GivenDialect, readDialect } from './sandbox/dialect.js';
import { readFetch } from './sandbox/read-fetch.js';
import { type Checks, isChecks } from './sandbox/rules/evaluation.js';
import type { ScenarioRule } from './sandbox/rules/scenarios.js';
import { Sandbox } from './sandbox/sandbox.js';
import type { SandboxControls } from './sandbox/sandbox-controls.js';
import type { Journal } from './sandbox/state/tables.js';
import type { Deliver, DeliveryOptions } from './sandbox/webhooks/delivery-options.js';

export type { Dialect, DialectOptions, DialectPreset, GivenDialect } from './sandbox/dialect.js';
export type { EndorsementName, EndorsementStatus, ReviewDecision } from './sandbox/rules/endorsements.js';
export type { Checks, ScenarioName } from './sandbox/rules/evaluation.js';
export type {
  ActiveScenario,
  ScenarioControls,
  ScenarioMatch,
  ScenarioRule,
} from './sandbox/rules/scenarios.js';
export type { SandboxControls } from './sandbox/sandbox-controls.js';
export type { SeededIds } from './sandbox/seed/put-in.js';
export { type SeedCustomer, type SeedData, SeedDataError, type SeedPath } from './sandbox/seed/seed-data.js';
export type { Change, Journal } from './sandbox/state/tables.js';
export type {
  Deliver,
  DeliveryContext,
  DeliveryOptions,
  DeliveryResponse,
} from './sandbox/webhooks/delivery-options.js';
export type { Delivery } from './sandbox/webhooks/delivery-queue.js';
export type { TriggerOptions } from './sandbox/webhooks/triggers.js';

/** Settings of {@link createSandbox}. */
export interface CreateSandboxOptions {
  /**
   * The same seed gives the same ids, tokens and secrets. Without one, tokens and secrets are random.
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * The present, in milliseconds since 1970.
   * @default the `Date.now()` of the moment
   */
  readonly now?: (() => number) | undefined;
  /**
   * Sends webhook deliveries and returns the response, or its status alone.
   * @default nothing is sent; attempts count as without a response
   */
  readonly deliver?: Deliver | undefined;
  /**
   * How webhook deliveries go out: duplicated, or in another order.
   * @default each once, in order
   */
  readonly webhooks?: DeliveryOptions | undefined;
  /**
   * When the checks of an endorsement end, on the clock of the sandbox: so long after the write that they follow from, or
   * within it.
   * @default { afterMs: 1000 }
   */
  readonly checks?: Checks | undefined;
  /**
   * What comes of the endorsements of customers, as objects or as text such as `reject; email=jane@example.com`.
   * @default what their fields, metadata and magic values say
   */
  readonly scenarios?: readonly (ScenarioRule | string)[] | undefined;
  /**
   * How it reads what the documentation leaves open: a preset, or a text or object that says more.
   * @default 'documented'
   */
  readonly dialect?: GivenDialect | undefined;
  /**
   * Keeps the state when the sandbox ends.
   * @default it ends with the sandbox
   */
  readonly journal?: Journal | undefined;
}

const checks: Readonly<Record<keyof CreateSandboxOptions, OptionCheck>> = {
  seed: isWholeNumber,
  now: isFunction,
  deliver: isFunction,
  webhooks: isObject,
  checks: isChecks,
  scenarios: isRuleList,
  dialect: isDialect,
  journal: isObject,
};

/** The simulator alone. */
export interface StandaloneSandbox extends SandboxControls {
  /** Responds to a request as the API would, whatever its host, with the path of the version before it or without. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Empties it, and begins the seed anew. */
  reset(): void;
  /** Ends all deliveries. */
  close(): Promise<void>;
}

/**
 * A simulated OMS in a function, for a browser, a Worker or a test without a server. It looks at requests only as far as it
 * has to; whether messages match the spec is for the mock server to say. Throws TypeError for an option that is
 * unknown or of the wrong kind.
 */
export function createSandbox(options: CreateSandboxOptions = {}): StandaloneSandbox {
  checkOptionsBy(checks, options, 'an option of createSandbox');
  const { seed = 1, now = () => Date.now(), deliver = async () => 0, dialect, ...rest } = options;
  const simulated = new Sandbox({
    seed,
    hasRandomSecrets: options.seed === undefined,
    now,
    deliver,
    dialect: readDialect(dialect),
    ...rest,
  });
  let count = 0;
  const respond = async (request: Request): Promise<ApiResponse> => {
    count += 1;
    const id = `req_${count.toString(36).padStart(16, '0')}`;
    try {
      return await simulated.forward(await readFetch(request, id));
    } catch (error) {
      return simulated.problemResponse(error, id);
    }
  };
  return {
    ...simulated.controls,
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      return responseOf(await respond(request));
    },
    reset: () => simulated.reset(),
    close: () => simulated.close(),
  };
}

function responseOf({ status, headers, body }: ApiResponse): Response {
  return new Response(status === 204 ? null : (body as BodyInit), { status, headers });
}
