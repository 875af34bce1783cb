import type { FaultRule } from './faults/fault-rule.js';
import type { Checks } from './sandbox/rules/evaluation.js';
import type { ScenarioRule } from './sandbox/rules/scenarios.js';
import type { SeedData } from './sandbox/seed/seed-data.js';
import type { Deliver, DeliveryOptions } from './sandbox/webhooks/delivery-options.js';
import type { GivenEndpoint } from './sandbox/webhooks/webhook-endpoints.js';
import type { ViolationCode } from './violations/code-table.js';
import type { Violation } from './violations/violation.js';

/** Settings of {@link startMockServer}. */
export interface MockServerOptions {
  /**
   * Where responses come from. `sandbox`: a stateful simulation of OMS. `mock`: the named examples of the spec, selected by
   * the `Prefer` header. `proxy`: another implementation, such as the real sandbox API.
   * @default 'sandbox'
   */
  readonly mode?: 'sandbox' | 'mock' | 'proxy' | undefined;
  /**
   * Base URL of the implementation that `proxy` forwards to. Its path, even if it is only `/`, replaces the base path of
   * the spec; without one, paths stay as they are.
   * @default none: `proxy` needs one
   */
  readonly upstream?: string | undefined;
  /**
   * Forward to an `http:` URL that is not loopback, too: keys, tokens and bodies are then readable on the way. A live key is
   * not forwarded even so.
   * @default false
   */
  readonly allowHttp?: boolean | undefined;
  /**
   * How long the upstream may be silent before the proxy responds with 504, in milliseconds.
   * @default 30000
   */
  readonly upstreamTimeoutMs?: number | undefined;
  /**
   * Port to listen on; 0 picks a free one.
   * @default 0
   */
  readonly port?: number | undefined;
  /**
   * Address to listen on. Anything but loopback lets other machines in, and admin routes then need a token.
   * @default '127.0.0.1'
   */
  readonly host?: string | undefined;
  /**
   * Names of more hosts for which a server on loopback takes requests, and whose pages may send them. Loopback, `*.localhost`
   * and `host` are always taken.
   * @default none
   */
  readonly allowHost?: string | readonly string[] | undefined;
  /**
   * What requests for admin routes over the socket have to carry, as `Authorization: Bearer <token>`.
   * @default no token on loopback, elsewhere a random one: `adminToken` of the server
   */
  readonly adminToken?: string | undefined;
  /**
   * Another OpenAPI 3.1 document: the path of a bundled JSON or YAML file, or the parsed document.
   * @default the spec this package ships
   */
  readonly spec?: string | object | undefined;
  /**
   * Respond with 500 instead of a response that breaks the contract. In `proxy`, also block requests that break it.
   * @default false
   */
  readonly strict?: boolean | undefined;
  /**
   * From which severity on a violation fails a test: what `assertNoViolations()` throws for. Notices never fail one.
   * @default 'error'
   */
  readonly failOn?: 'error' | 'warning' | undefined;
  /**
   * Codes of violations that fail no test.
   * @default none
   */
  readonly allow?: readonly ViolationCode[] | undefined;
  /**
   * What goes wrong from the start, as objects or as text such as `reset-after; operation=createCustomer; nth=1`.
   * @default nothing
   */
  readonly faults?: readonly (FaultRule | string)[] | undefined;
  /**
   * Path of a file that gets one JSON object per line: each exchange with its violations, and a summary at the end. It
   * contains no value from a message. An existing file is appended to.
   * @default no report
   */
  readonly report?: string | undefined;
  /** Called for each violation, before the response is sent. What it throws is reported as a warning of the process. */
  readonly onViolation?: ((violation: Violation) => void) | undefined;
  /**
   * Whether to open a socket. Without one, only `fetch` of the server reaches it.
   * @default true
   */
  readonly listen?: boolean | undefined;
  /**
   * The sandbox's current time, in milliseconds since 1970.
   * @default the `Date.now()` of the moment, so that a test that fakes it fakes the time here too
   */
  readonly now?: (() => number) | undefined;
  /**
   * Sends the sandbox's webhook deliveries and returns the status of the response.
   * @default a POST, to loopback addresses and to those of `webhookEndpoints` only
   */
  readonly deliver?: Deliver | undefined;
  /**
   * Webhook endpoints that exist from the start and receive every event, signed with their secret.
   * @default none
   */
  readonly webhookEndpoints?: readonly GivenEndpoint[] | undefined;
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
   * @default none: their fields, metadata and magic values decide
   */
  readonly scenarios?: readonly (ScenarioRule | string)[] | undefined;
  /**
   * The path of a file that keeps the state of the sandbox across restarts, crashes included; one server at a time may use
   * it. It holds webhook secrets, and of identity data and tokens nothing that can be read. `{ from: path }` begins with the
   * state in a file, goes back to it after `reset()`, and never writes it.
   * @default the state ends with the server
   */
  readonly state?: string | { readonly from: string } | undefined;
  /**
   * Customers and webhook endpoints that the sandbox begins with, and goes back to after `reset()`: the path of a YAML or
   * JSON file, or the data. With `state` they are put in once.
   * @default none
   */
  readonly seedData?: string | SeedData | undefined;
  /**
   * Seed of request ids, generated bodies and the ids of the sandbox: with the same seed the same calls get the same responses.
   * Without one, tokens and webhook secrets are random.
   * @default 1
   */
  readonly seed?: number | undefined;
}

/** The name of a way of responding. */
export type ModeName = NonNullable<MockServerOptions['mode']>;
