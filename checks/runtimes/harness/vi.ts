import FakeTimers, { type Clock, type FakeMethod } from '@sinonjs/fake-timers';
import { fn, restoreAllMocks, spyOn } from '@vitest/spy';
import { retryAssertion } from './retry-assertion.js';
import { Stubs } from './stubs.js';

const globals = new Stubs(globalThis);
const environment = new Stubs(globalThis.process?.env ?? {});
/** The timers that vitest replaces: replacing the others would stall promises and the test itself. */
const replaced: FakeMethod[] = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'Date',
  'performance',
];
let clock: Clock | undefined;

/** `vi` of vitest, as far as the suites use it. */
export const vi = {
  fn,
  spyOn,
  restoreAllMocks,
  /** In a bundle an import takes no more than a few turns. */
  dynamicImportSettled: () => new Promise((resolve) => setTimeout(resolve)),
  stubGlobal: (name: string, value: unknown) => globals.set(name, value),
  unstubAllGlobals: () => globals.restore(),
  stubEnv: (name: string, value: string | undefined) => environment.set(name, value),
  unstubAllEnvs: () => environment.restore(),
  useFakeTimers(options: object = {}) {
    clock?.uninstall();
    const toFake = replaced.filter((name) => name in globalThis);
    clock = FakeTimers.install({ now: Date.now(), toFake, ignoreMissingTimers: true, ...options });
  },
  useRealTimers() {
    clock?.uninstall();
    clock = undefined;
  },
  waitFor: retryAssertion,
  setSystemTime: (now: number | Date) => running().setSystemTime(now),
  advanceTimersByTime: (ms: number) => void running().tick(ms),
  advanceTimersByTimeAsync: (ms: number) => running().tickAsync(ms),
  getTimerCount: () => running().countTimers(),
};

function running(): Clock {
  if (clock === undefined) throw new Error('There are no fake timers; call vi.useFakeTimers() first.');
  return clock;
}
