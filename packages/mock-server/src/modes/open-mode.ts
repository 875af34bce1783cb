import { withDefaults } from '../check-options.js';
import { routes } from '../generated/operations.gen.js';
import type { MockServerOptions } from '../options.js';
import { Sandbox } from '../sandbox/sandbox.js';
import type { SandboxSettings } from '../sandbox/state/sandbox-state.js';
import type { Change, Journal } from '../sandbox/state/tables.js';
import type { Spec } from '../spec/spec.js';
import { SpecError } from '../spec/spec-error.js';
import { FileJournal } from '../state/file-journal.js';
import { readStateFile } from '../state/state-file.js';
import { mockMode } from './mock/mock-mode.js';
import type { Mode } from './mode.js';
import { proxyMode } from './proxy/proxy-mode.js';
import { readUpstream } from './proxy/upstream.js';

/**
 * The mode that the options ask for. Throws SpecError for a sandbox of a spec it knows nothing of, and StateError for a
 * state file that cannot be used.
 */
export async function openMode(
  spec: Spec,
  settings: SandboxSettings,
  options: MockServerOptions,
): Promise<Mode> {
  const {
    mode,
    seed,
    strict: isStrict,
    upstream,
    allowHttp,
    upstreamTimeoutMs: timeoutMs,
  } = withDefaults(options);
  switch (mode) {
    case 'sandbox':
      return openSandbox(spec, settings, options.state);
    case 'mock':
      return mockMode(spec, seed);
    case 'proxy':
      return proxyMode({
        upstream: readUpstream(upstream, allowHttp),
        basePath: spec.basePath,
        timeoutMs,
        isStrict,
      });
  }
}

async function openSandbox(
  { operations }: Spec,
  settings: SandboxSettings,
  state: MockServerOptions['state'],
): Promise<Mode> {
  if (!operations.some(({ operationId = '' }) => Object.hasOwn(routes, operationId)))
    throw new SpecError(
      '/paths',
      'the sandbox knows none of these operations',
      "Take mode 'mock', which responds with the examples of any spec",
    );
  if (state === undefined) return new Sandbox(settings);
  if (typeof state === 'object')
    return new Sandbox({ ...settings, journal: readOnlyJournal(await readStateFile(state.from)) });
  const journal = await FileJournal.open(state);
  try {
    return new Sandbox({ ...settings, journal, whenClosed: () => journal.close() });
  } catch (error) {
    await journal.close();
    throw error;
  }
}

/** Hands over what it has whenever a sandbox begins, and takes nothing. */
function readOnlyJournal(kept: readonly Change[]): Journal {
  const ignore = () => undefined;
  return { takeKept: () => kept, append: ignore, replace: ignore, settled: ignore };
}
