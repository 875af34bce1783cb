import { basename, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { RuntimeKind } from '../runners/runtime.js';
import { embeddedFiles, keepPlaces, root } from './repository-files.js';
import { type Suite, testFiles } from './suites.js';

/** A suite as one file, and the test files that could not be part of it. */
export interface Bundle {
  readonly file: string;
  readonly leftOut: readonly string[];
}

const here = join(root, 'checks/runtimes');
const standIn = (name: string) => join(here, `stand-ins/${name}.ts`);
const standIns = {
  'node:crypto': standIn('crypto'),
  'node:fs': standIn('fs'),
  'node:timers/promises': standIn('timers'),
  'node:url': standIn('url'),
  'node:util': standIn('util'),
};
/** The fake timers import these, but do not need them. */
const nothing = standIn('nothing');
const ofLibraries = { util: nothing, timers: nothing, 'timers/promises': nothing };

/** Bundles a suite with what runs it, into a folder. The client in it is the built one, as published. */
export async function bundleSuite(
  suite: Suite,
  { kind, leavesOut, folder }: { kind: RuntimeKind; leavesOut: RegExp | undefined; folder: string },
): Promise<Bundle> {
  const { runs, leftOut } = testFiles(suite, kind, leavesOut);
  const unfit = kind === 'process' ? [] : await needingNode(runs);
  const files = runs.filter((file) => !unfit.includes(file));
  const file = join(folder, `${suite.name}-${kind}-${files.length}.mjs`);
  await build({ ...options(kind), stdin: { contents: entry(files), resolveDir: here }, outfile: file });
  return { file, leftOut: [...leftOut, ...unfit].map((path) => basename(path)) };
}

function entry(files: readonly string[]): string {
  const loaders = files.map(
    (file) => `${JSON.stringify(basename(file))}: () => import(${JSON.stringify(file)})`,
  );
  return `
    import { runFiles } from './harness/run-files.ts';
    const files = { ${loaders.join(', ')} };
    export const run = (provided) => runFiles(files, provided);`;
}

function options(kind: RuntimeKind): BuildOptions {
  return {
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'default'],
    target: 'es2022',
    // The settings of the packages would lead to their sources.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    keepNames: true,
    external: ['node:*'],
    alias: { ...ofLibraries, vitest: join(here, 'harness/vitest.ts'), ...(kind === 'web' && standIns) },
    inject: kind === 'process' ? [] : [standIn('globals')],
    plugins: [keepPlaces, embeddedFiles],
    logLevel: 'error',
  };
}

/** The test files that use a part of Node for which there is no stand-in. */
async function needingNode(files: readonly string[]): Promise<string[]> {
  const built = await Promise.all(
    files.map(async (file) => {
      const { metafile } = await build({
        ...options('web'),
        entryPoints: [file],
        write: false,
        metafile: true,
      });
      const [output] = Object.values(metafile.outputs);
      return output?.imports.some(({ path }) => path.startsWith('node:')) === true ? [file] : [];
    }),
  );
  return built.flat();
}
