import { routes } from '../generated/routes.gen.js';
import { withDefaults } from '../option-table.js';
import type { MockServerOptions } from '../options.js';
import { Sandbox } from '../sandbox/sandbox.js';
import type { SandboxControls } from '../sandbox/sandbox-controls.js';
import type { SandboxSettings } from '../sandbox/state/sandbox-state.js';
import type { Spec } from '../spec/spec.js';
import { SpecError } from '../spec/spec-error.js';
import { FileJournal } from '../state/file-journal.js';
import { mockMode } from './mock/mock-mode.js';
import type { Mode } from './mode.js';
import { proxyMode } from './proxy/proxy-mode.js';
import { readUpstream } from './proxy/upstream.js';

/** A way of responding that can perhaps be steered. */
type SteeredMode = Mode & { readonly controls?: SandboxControls };

/**
 * The mode that the options ask for. Throws SpecError for a sandbox of a spec it knows nothing of, and StateError for a
 * state file that cannot be used.
 */
export async function openMode(
  spec: Spec,
  settings: SandboxSettings,
  options: MockServerOptions,
): Promise<SteeredMode> {
  const { mode, seed, strict: isStrict, upstream, upstreamTimeoutMs: timeoutMs } = withDefaults(options);
  switch (mode) {
    case 'sandbox':
      return openSandbox(spec, settings, options.state);
    case 'mock':
      return mockMode(spec, seed);
    case 'proxy':
      return proxyMode({ upstream: readUpstream(upstream), basePath: spec.basePath, timeoutMs, isStrict });
  }
}

async function openSandbox(
  { operations }: Spec,
  settings: SandboxSettings,
  file: string | undefined,
): Promise<SteeredMode> {
  if (!operations.some(({ operationId = '' }) => Object.hasOwn(routes, operationId)))
    throw new SpecError(
      '/paths',
      'the sandbox knows none of these operations',
      "Take mode 'mock', which responds with the examples of any spec",
    );
  if (file === undefined) return sandboxMode(new Sandbox(settings));
  const journal = await FileJournal.open(file);
  try {
    return sandboxMode(new Sandbox({ ...settings, journal }), () => journal.close());
  } catch (error) {
    await journal.close();
    throw error;
  }
}

/** Responds from a stateful sandbox. */
function sandboxMode(sandbox: Sandbox, closeJournal?: () => Promise<void>): SteeredMode {
  const { controls } = sandbox;
  return {
    responseBlame: 'server',
    forward: (request) => sandbox.respond(request),
    reset: () => sandbox.reset(),
    settled: controls.settled,
    close: () => sandbox.close().finally(closeJournal),
    controls,
  };
}
