import type { Violation } from '../violations/violation.js';
import type { MockServer } from './mock-server.js';
import { startObservedServer } from './observed-server.js';
import type { MockServerOptions } from './options.js';

/**
 * Starts a mock server. Rejects with SpecError for a spec and StateError for a state file that cannot be used, and with the
 * error of Node for a busy port and a report that cannot be written.
 */
export function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const report = (violations: readonly Violation[]) => {
    for (const violation of violations) options.onViolation?.(violation);
  };
  return startObservedServer(options, (_, violations) => report(violations), report);
}
