import { checkOptions } from './check-options.js';
import type { MockServer } from './mock-server.js';
import { startObservedServer } from './observed-server.js';
import type { MockServerOptions } from './options.js';
import type { Violation } from './violations/violation.js';

/**
 * Starts a mock server. Rejects with SpecError for a spec and StateError for a state file that cannot be used, with
 * TypeError for other options that do not fit, and with the error of Node for a busy port and a report that cannot be written.
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  checkOptions(options);
  const report = (violations: readonly Violation[]) => {
    for (const violation of violations) options.onViolation?.(violation);
  };
  return startObservedServer(options, (_, violations) => report(violations), report);
}
