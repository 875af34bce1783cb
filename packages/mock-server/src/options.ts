import type { FaultRule } from './faults/fault-rule.js';
import type { GivenDialect } from './sandbox/dialect.js';
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
   * Forward to `http:` upstreams that are not loopback, too: keys, tokens and bodies can then be read on the way. Requests
   * with a live key are refused even so.
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
   * Address to listen on. Anything but loopback lets other machines in; admin routes then need a token.
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
   * The token that admin routes need over the socket, as `Authorization: Bearer <token>`.
   * @default no token on loopback, elsewhere a random one: `adminToken` of the server
   */
  readonly adminToken?: string | undefined;
  /**
   * Another OpenAPI 3.1 document: the path of a bundled JSON or YAML file, or the parsed document.
   * @default the spec this package ships
   */
  readonly spec?: string | object | undefined;
  /**
   * Send a 500 instead of a response that breaks the contract. In `proxy`, also block requests that break it.
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
  /**
   * Keep the latest 500 exchanges in full, to be looked at while the server runs: bodies up to 64 kB, 16 MB in all. Values that
   * the spec marks write-only, tokens and secrets are masked before. The command keeps them unless it is a proxy.
   * @default false
   */
  readonly studio?: boolean | undefined;
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
   * Sends the sandbox's webhook deliveries: `(url, body, headers, { signal, isOfPage, endpointId }) => status`. It may
   * return `{ status, headers, body }` too, which Studio shows.
   * @default a POST, to loopback addresses and to those of `webhookEndpoints` only
   */
  readonly deliver?: Deliver | undefined;
  /**
   * Webhook endpoints that exist from the start, with secrets that you choose: `[{ url, secret, events, enabled }]`. Without
   * `events` they receive every event.
   * @default none
   */
  readonly webhookEndpoints?: readonly GivenEndpoint[] | undefined;
  /**
   * How webhook deliveries go out: `{ copies: 2, reorder: true }` duplicates and reorders them.
   * @default each once, in order
   */
  readonly webhooks?: DeliveryOptions | undefined;
  /**
   * When the outcome of an endorsement falls due after the write that causes it, on the sandbox's clock; `'immediate'`:
   * within the write.
   * @default { afterMs: 1000 }
   */
  readonly checks?: Checks | undefined;
  /**
   * Rules for the outcome of endorsements, as objects or as text such as `reject; email=jane@example.com`.
   * @default none: fields, metadata and magic values decide
   */
  readonly scenarios?: readonly (ScenarioRule | string)[] | undefined;
  /**
   * How the sandbox reads what the documentation leaves open: a preset (`documented`, `v0.11`, `precedent`), or a text or
   * object that also sets single switches, such as `precedent, errors=details` or `{ cursor: 'nextCursor' }`.
   * @default 'documented'
   */
  readonly dialect?: GivenDialect | undefined;
  /**
   * Path of a file that keeps the sandbox across restarts and crashes; only one server at a time may use it. It contains
   * webhook secrets, but no readable identity data or tokens. `{ from: path }` begins with such a file, returns to it after
   * `reset()`, and never writes it.
   * @default the state ends with the server
   */
  readonly state?: string | { readonly from: string } | undefined;
  /**
   * Customers, webhook endpoints and scenarios to begin with, and to return to after `reset()`: the path of a YAML or JSON file, or the
   * data. With `state` they are added once.
   * @default none
   */
  readonly seedData?: string | SeedData | undefined;
  /**
   * The same seed gives the same request ids, generated bodies and sandbox ids. Without one, tokens and webhook secrets are
   * random.
   * @default 1
   */
  readonly seed?: number | undefined;
}

/** The name of a way of responding. */
export type ModeName = NonNullable<MockServerOptions['mode']>;
