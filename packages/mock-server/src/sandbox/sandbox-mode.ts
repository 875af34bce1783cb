import type { ApiRequest } from '../http/api-request.js';
import type { ApiResponse } from '../http/api-response.js';
import type { Mode } from '../modes/mode.js';
import { Sandbox } from './sandbox.js';
import type { SandboxControls } from './sandbox-controls.js';
import type { SandboxSettings } from './sandbox-settings.js';

/** The mode that answers from a sandbox, and what steers it. */
export interface SandboxMode extends Required<Pick<Mode, 'reset' | 'settled' | 'close' | 'responseBlame'>> {
  readonly forward: (request: ApiRequest) => ApiResponse | Promise<ApiResponse>;
  readonly controls: SandboxControls;
}

/** Answers from a stateful sandbox, which `reset` empties, together with what was kept of it. */
export function sandboxMode(settings: SandboxSettings): SandboxMode {
  let sandbox = new Sandbox(settings);
  return {
    responseBlame: 'server',
    forward: (request) => sandbox.respond(request),
    reset() {
      sandbox.stop();
      sandbox = new Sandbox(settings);
      sandbox.replaceKept();
    },
    settled: () => sandbox.settled(),
    async close() {
      sandbox.stop();
      await sandbox.settled();
    },
    controls: {
      advance: (ms) => sandbox.advance(ms),
      rule: (...ruling) => sandbox.rule(...ruling),
      deliveries: () => sandbox.deliveries(),
      redeliver: (id) => sandbox.redeliver(id),
      setWebhookHabits: (...habits) => sandbox.setWebhookHabits(...habits),
      delivered: () => sandbox.delivered(),
      settled: () => sandbox.settled(),
    },
  };
}
