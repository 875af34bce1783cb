import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import type { Bundler } from './bundle.js';
import { webpackBundler } from './bundle-with-webpack.js';
import { runNode } from './run.js';

const bundleWithEsbuild: Bundler = async ({ project, entry, platform, out }) => {
  const { warnings } = await esbuild({
    absWorkingDir: project,
    entryPoints: { main: entry },
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform,
    target: platform === 'node' ? 'node20' : 'es2022',
    logLevel: 'silent',
  });
  return { main: join(out, 'main.mjs'), warnings: warnings.map(({ text }) => text) };
};

// In a process of its own: the types of two copies of vite contradict each other, and vitest brings one.
const buildWithVite = fileURLToPath(new URL('build-with-vite.mjs', import.meta.url));

/** Always builds for browsers, whatever platform is requested. */
const bundleWithVite: Bundler = async ({ project, entry, out }) => {
  const { status, output } = await runNode(buildWithVite, [entry, out], project);
  if (status !== 0) throw new Error(output);
  return { main: join(out, 'main.js'), warnings: output === '' ? [] : [output] };
};

// The mock server belongs to the test of a server, not into its bundle.
const external = { externals: { '@oms-sdk/mock-server': 'import @oms-sdk/mock-server' } };
const commonjs = { resolve: { byDependency: { esm: { conditionNames: ['require'] } } } };

/** The bundlers that are tried. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  esbuild: bundleWithEsbuild,
  vite: bundleWithVite,
  webpack: webpackBundler(external),
  'webpack, CommonJS build': webpackBundler(commonjs),
};
