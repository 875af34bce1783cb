import type { FaultControls } from './faults/faults.js';
import type { RecordedRequest } from './observers/observer.js';
import type { SandboxControls } from './sandbox/sandbox-controls.js';
import type { Violation } from './violations/violation.js';

/** A running mock server. */
export interface MockServer extends AsyncDisposable {
  /** Base URL for a client, base path of the spec included. Without a socket it has port 0, which nothing can reach. */
  readonly url: string;
  /**
   * What `Authorization: Bearer` has to name in requests for admin routes over the socket; undefined where they need none,
   * because only this machine reaches them.
   */
  readonly adminToken: string | undefined;
  /** Takes requests through the same chain without a socket, whatever their host. Rejects once the server is closed. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What broke the contract so far, oldest first; the latest 10,000, of which warnings go before errors. */
  readonly violations: readonly Violation[];
  /** The requests so far, oldest first; the latest 10,000. */
  readonly requests: readonly RecordedRequest[];
  /** Steers the sandbox. In any other mode its methods throw. */
  readonly sandbox: SandboxControls;
  /** Makes things go wrong: resets, stalls, outages and the like. */
  readonly faults: FaultControls;
  /** Forgets violations, requests and what is in the sandbox, counts request ids from the start again, and goes back to the faults of the options. */
  reset(): void;
  /** Throws ContractViolationError when a violation was found that `failOn` and `allow` of the options do not let pass. */
  assertNoViolations(): void;
  /**
   * Throws UnhitFaultError when a fault rule at work hit nothing so far, unless it has a `probability`: the test then tries
   * something else than it says.
   */
  assertFaultsHit(): void;
  /** Stops listening; connections that are still busy after half a second are cut. */
  close(): Promise<void>;
}
