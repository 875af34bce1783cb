import { defineConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';
import { dialectPresets, dialectSwitches } from '../mock-server/src/sandbox/dialect.js';

const { resolve = {} } = sharedConfig;
const [, ...presets] = dialectPresets;
/** The values of each switch that neither the spec nor a preset has. */
const untried = Object.entries(dialectSwitches).map(([name, { values, presets: taken }]) => {
  const [, ...others] = values;
  const inPresets: readonly unknown[] = Object.values(taken);
  return others.filter((value) => !inPresets.includes(value)).map((value) => `${name}=${value}`);
});
/** Each of them once, with one of as many switches as there are: the readings of a switch do not depend on others. */
const mixed = Array.from({ length: Math.max(...untried.map(({ length }) => length)) }, (_, round) =>
  untried.flatMap((values) => values[round] ?? []).join(', '),
);
/** Connections, tokens and pages are the same in every dialect; the presets run these files too. */
const independent = ['over-http/{faults,money,secret-in-a-page,tokens}.test.ts'];

/** A project of the contract suite against a sandbox in the dialect that is its name. */
function project(dialect: string, exclude: string[] = []) {
  const include = ['over-http/**/*.test.ts'];
  const limits = { testTimeout: 120_000, hookTimeout: 120_000 };
  const test = { name: dialect, include, exclude, globalSetup: ['src/global-setup.ts'], isolate: false };
  return { resolve, test: { ...test, ...limits } };
}

/** The contract suite of the client, in each preset but the one that `vitest.config.ts` has, and with every other value of a switch. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      ...presets.map((preset) => project(preset)),
      ...mixed.map((dialect) => project(dialect, independent)),
    ],
  },
});
