import type { MockServer } from './mock-server.js';
import { startObservedServer } from './observed-server.js';
import type { MockServerOptions } from './options.js';

/** Starts a mock server. Rejects with SpecError for a spec that cannot be used and with the error of a busy port. */
export function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  return startObservedServer(options, (_, violations) => {
    for (const violation of violations) options.onViolation?.(violation);
  });
}
