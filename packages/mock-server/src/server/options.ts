import type { FaultRule } from '../faults/fault-rule.js';
import type { WebhookHabits } from '../sandbox/delivery-habits.js';
import type { Deliver, GivenEndpoint } from '../sandbox/sandbox-settings.js';
import type { Violation } from '../violations/violation.js';

/** Settings of {@link startMockServer}. */
export interface MockServerOptions {
  /**
   * Where answers come from. `sandbox`: a pretend OMS with a memory. `mock`: the named examples of the spec, as the `Prefer`
   * header asks. `proxy`: another implementation, such as the real sandbox API.
   * @default 'sandbox'
   */
  readonly mode?: 'sandbox' | 'mock' | 'proxy';
  /**
   * Base URL of the implementation that `proxy` asks. Its path, be it a lone slash, takes the place of the base path of the
   * spec; without any, paths stay as they are.
   * @default none: `proxy` needs one
   */
  readonly upstream?: string;
  /**
   * How long the upstream may be silent before the proxy answers 504, in milliseconds.
   * @default 30000
   */
  readonly upstreamTimeoutMs?: number;
  /**
   * Port to listen on; 0 takes a free one.
   * @default 0
   */
  readonly port?: number;
  /**
   * Address to listen on. Anything but loopback lets other machines in.
   * @default '127.0.0.1'
   */
  readonly host?: string;
  /**
   * Another OpenAPI 3.1 document: the path of a bundled JSON or YAML file, or the parsed document.
   * @default the spec this package ships
   */
  readonly spec?: string | object;
  /**
   * Answer 500 instead of a response that breaks the contract. In `proxy`, keep requests that break it from the upstream.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * What goes wrong from the start, as objects or as text such as `reset-after; operation=createCustomer; nth=1`.
   * @default nothing
   */
  readonly faults?: readonly (FaultRule | string)[];
  /**
   * The path of a file that gets one JSON object a line: each exchange with its violations, and a summary at the end. It
   * holds no value of a message. A file that is there is added to.
   * @default no report
   */
  readonly report?: string;
  /** Called for each violation, before the answer is sent. An exception in it is answered with 500. */
  readonly onViolation?: (violation: Violation) => void;
  /**
   * Open a socket. Without one, only `fetch` of the server reaches it.
   * @default true
   */
  readonly listen?: boolean;
  /**
   * The present of the sandbox, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: () => number;
  /**
   * Sends the webhook deliveries of the sandbox and gives the status of the answer.
   * @default a POST, to loopback addresses and to those of `webhookEndpoints` only
   */
  readonly deliver?: Deliver;
  /**
   * Webhook endpoints that are there from the start and get every event, signed with their secret.
   * @default none
   */
  readonly webhookEndpoints?: readonly GivenEndpoint[];
  /**
   * How webhook deliveries go out: duplicated, or in another order.
   * @default each once, in order
   */
  readonly webhooks?: WebhookHabits;
  /**
   * The path of a file that keeps the state of the sandbox across restarts, crashes included; one server at a time may use
   * it. It holds webhook secrets, and of identity data and tokens nothing that can be read.
   * @default the state ends with the server
   */
  readonly state?: string;
  /**
   * Seed of request ids, generated bodies and the ids of the sandbox: with the same seed the same calls get the same answers.
   * @default 1
   */
  readonly seed?: number;
}
