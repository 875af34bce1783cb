import type { FaultControls } from './faults/faults.js';
import type { RecordedRequest } from './observers/observer.js';
import type { SandboxControls } from './sandbox/sandbox-controls.js';
import type { Violation } from './violations/violation.js';

/** A running mock server. */
export interface MockServer extends AsyncDisposable {
  /** Base URL with the base path, such as `http://127.0.0.1:40123/v0.9`. Without a socket its port is 0, which nothing can reach. */
  readonly url: string;
  /**
   * The token that admin routes need over the socket, as `Authorization: Bearer <token>`; undefined on loopback, where they
   * need none.
   */
  readonly adminToken: string | undefined;
  /** A `fetch` that needs no socket; the host in the URL does not matter. It rejects once the server is closed. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What has broken the contract so far, oldest first: the latest 10,000. Notices are dropped before warnings, warnings before errors. */
  readonly violations: readonly Violation[];
  /** The requests so far, oldest first; the latest 10,000. */
  readonly requests: readonly RecordedRequest[];
  /** Controls the sandbox. In any other mode its methods throw. */
  readonly sandbox: SandboxControls;
  /** Adds and removes faults: resets, stalls, outages and the like. */
  readonly faults: FaultControls;
  /** Forgets requests, violations and the sandbox, restarts the numbering of requests, and restores the faults of the options. */
  reset(): void;
  /**
   * Throws a `ContractViolationError` that lists the violations if any of them is an error or, with `failOn: 'warning'`, a
   * warning; those in `allow` do not count.
   */
  assertNoViolations(): void;
  /**
   * Throws an `UnhitFaultError` that lists the active fault rules that have hit nothing, except those with a `probability`:
   * such a test does not test what it claims.
   */
  assertFaultsHit(): void;
  /** Stops the server; connections still busy after half a second are cut. `await using` does this too. */
  close(): Promise<void>;
}
