import { openSandbox } from '../open-sandbox.js';
import type { MockServerOptions } from '../options.js';
import { routes } from '../sandbox/rules/routes.js';
import type { SandboxControls } from '../sandbox/sandbox-controls.js';
import type { SandboxSettings } from '../sandbox/state/sandbox-state.js';
import type { Spec } from '../spec/spec.js';
import { SpecError } from '../spec/spec-error.js';
import { mockMode } from './mock/mock-mode.js';
import type { Mode } from './mode.js';
import { proxyMode } from './proxy/proxy-mode.js';
import { readUpstream } from './proxy/upstream.js';
import { sandboxMode } from './sandbox-mode.js';

/** The name of a way of responding. */
export type ModeName = NonNullable<MockServerOptions['mode']>;

/** A way of responding that can perhaps be steered. */
type SteeredMode = Mode & { readonly controls?: SandboxControls };

type OpenMode = (
  spec: Spec,
  settings: SandboxSettings,
  options: MockServerOptions,
) => SteeredMode | Promise<SteeredMode>;

const modes: Readonly<Record<ModeName, OpenMode>> = {
  sandbox: (spec, settings, { state }) => {
    refuseForeign(spec);
    return state === undefined ? sandboxMode(settings) : openSandbox(state, settings);
  },
  mock: (spec, { seed }) => mockMode(spec, seed),
  proxy: ({ basePath }, _, { upstream, upstreamTimeoutMs: timeoutMs = 30_000, strict: isStrict = false }) =>
    proxyMode({ upstream: readUpstream(upstream), basePath, timeoutMs, isStrict }),
};

/** Options that would silently do nothing in any other mode. */
const ownOptions = {
  state: 'sandbox',
  webhookEndpoints: 'sandbox',
  webhooks: 'sandbox',
  deliver: 'sandbox',
  upstream: 'proxy',
  upstreamTimeoutMs: 'proxy',
} as const;

/** The mode that the options ask for. Throws TypeError for a mode there is not, and for an option of another one. */
export function modeNameIn(options: MockServerOptions): ModeName {
  const { mode = 'sandbox' } = options;
  if (!Object.hasOwn(modes, mode)) throw new TypeError(`mode must be ${Object.keys(modes).join(', ')}`);
  for (const [option, needed] of Object.entries(ownOptions)) {
    if (Object(options)[option] !== undefined && needed !== mode)
      throw new TypeError(`${option} needs mode: '${needed}'`);
  }
  if (mode === 'proxy') readUpstream(options.upstream);
  return mode;
}

/** Begins to answer in a mode. Throws SpecError for a sandbox of a spec it knows nothing of. */
export function openMode(
  spec: Spec,
  settings: SandboxSettings,
  options: MockServerOptions,
): SteeredMode | Promise<SteeredMode> {
  return modes[modeNameIn(options)](spec, settings, options);
}

function refuseForeign({ operations }: Spec): void {
  if (operations.some(({ operationId = '' }) => Object.hasOwn(routes, operationId))) return;
  throw new SpecError(
    '/paths',
    'the sandbox knows none of these operations',
    "Take mode 'mock', which answers with the examples of any spec",
  );
}
