import { Sandbox } from '../sandbox/sandbox.js';
import type { SandboxControls } from '../sandbox/sandbox-controls.js';
import type { SandboxSettings } from '../sandbox/state/sandbox-state.js';
import type { Mode } from './mode.js';

/** The mode that responds from a sandbox, and what steers it. */
export interface SandboxMode extends Required<Pick<Mode, 'reset' | 'settled' | 'close' | 'responseBlame'>> {
  readonly forward: Mode['forward'];
  readonly controls: SandboxControls;
}

/** Responds from a stateful sandbox. */
export function sandboxMode(settings: SandboxSettings): SandboxMode {
  const sandbox = new Sandbox(settings);
  const { controls } = sandbox;
  return {
    responseBlame: 'server',
    forward: (request) => sandbox.respond(request),
    reset: () => sandbox.reset(),
    settled: controls.settled,
    close: () => sandbox.close(),
    controls,
  };
}
