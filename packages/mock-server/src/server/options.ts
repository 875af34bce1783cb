import type { Deliver } from '../sandbox/deliveries.js';
import type { Violation } from '../violations/violation.js';

/** Settings of {@link startMockServer}. */
export interface MockServerOptions {
  /**
   * Where answers come from. `mock`: the named examples of the spec, as the `Prefer` header asks. `sandbox`: a pretend OMS
   * with a memory.
   * @default 'mock'
   */
  readonly mode?: 'mock' | 'sandbox';
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
   * Answer 500 instead of a response that breaks the contract.
   * @default false
   */
  readonly strict?: boolean;
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
   * @default a POST, to loopback addresses only
   */
  readonly deliver?: Deliver;
  /**
   * Seed of request ids, generated bodies and the ids of the sandbox: with the same seed the same calls get the same answers.
   * @default 1
   */
  readonly seed?: number;
}
