import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { onboarded } from '../harness/onboarded.js';
import { runNode } from '../harness/run.js';

const installed = inject('installed');
const here = fileURLToPath(new URL('..', import.meta.url));
const { devDependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const compilers = Object.keys(devDependencies).filter((name) => name.startsWith('typescript-'));
const bin = (name: string) => join(here, 'node_modules', name);

function compile(compiler: string, project: string, flags: readonly string[] = []) {
  const args = ['--outDir', `out/${compiler}`, ...flags];
  return runNode(bin(`${compiler}/bin/tsc`), args, join(installed, project));
}

describe.each(compilers)('%s', (compiler) => {
  test.concurrent.each(['typescript-esm', 'typescript-cjs'])(
    'accepts the declarations and the type tests in a project of kind %s, and the result runs',
    async (project) => {
      expect(await compile(compiler, project, ['--declaration'])).toEqual({ status: 0, output: '' });
      expect(await runNode(`out/${compiler}/onboarding.js`, [], join(installed, project))).toEqual(onboarded);
    },
  );

  test.concurrent.each(['typescript-esm', 'typescript-cjs'])(
    'accepts them under node16 resolution in a project of kind %s',
    async (project) => {
      const flags = ['--module', 'node16', '--moduleResolution', 'node16', '--noEmit'];
      expect(await compile(compiler, project, flags)).toEqual({ status: 0, output: '' });
    },
  );

  test.concurrent('accepts them under bundler resolution, and the bundle runs', async () => {
    const project = join(installed, 'typescript-bundler');
    expect(await compile(compiler, 'typescript-bundler')).toEqual({ status: 0, output: '' });
    const bundle = `out/${compiler}/bundle.mjs`;
    const flags = [
      '--bundle',
      '--format=esm',
      '--platform=node',
      '--log-level=warning',
      `--outfile=${bundle}`,
    ];
    const bundling = await runNode(
      bin('esbuild/bin/esbuild'),
      [`out/${compiler}/onboarding.js`, ...flags],
      project,
    );
    expect(bundling).toEqual({ status: 0, output: '' });
    expect(await runNode(bundle, [], project)).toEqual(onboarded);
  });

  test.concurrent('names the type of the client in the error for a mistake', async () => {
    const { output } = await compile(compiler, 'typescript-esm/mistakes', ['--noEmit', '--pretty', 'false']);
    const mistakes = readFileSync(join(installed, 'typescript-esm/mistakes/mistakes.ts'), 'utf8').split('\n');
    const errors = output.split(/^(?=mistakes\.ts)/m);
    const named = errors.map((error) => /\((\d+),.*'((?:Customer|Wallet|WebhookEndpoint)\w*)'/.exec(error));

    expect(named.map((match) => [match?.[1], match?.[2]])).toEqual(
      mistakes.flatMap((line, index) => {
        const [, name] = / \/\/ (\w+)$/.exec(line) ?? [];
        return name === undefined ? [] : [[String(index + 1), name]];
      }),
    );
  });

  // TypeScript 7 has no resolution of that name any more, and 6 wants to be told that one knows.
  test.skipIf(compiler === 'typescript-7.0').concurrent.each([
    ['typescript-cjs', 'commonjs'],
    ['typescript-esm', 'es2022'],
  ])(
    'finds every entry point in a project of kind %s under the resolution that knows no exports',
    async (project, module) => {
      const silence = compiler === 'typescript-6.0' ? ['--ignoreDeprecations', '6.0'] : [];
      const flags = ['--module', module, '--moduleResolution', 'node10', '--noEmit', ...silence];
      expect(await compile(compiler, project, flags)).toEqual({ status: 0, output: '' });
    },
  );

  test.concurrent('accepts them where there are no types of Node, as in a browser', async () => {
    expect(await compile(compiler, 'typescript-browser')).toEqual({ status: 0, output: '' });
  });
});
