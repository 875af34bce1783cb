import { join } from 'node:path';
import { promisify } from 'node:util';
import webpack, { type Configuration, type Stats } from 'webpack';
import type { Bundler } from './bundle.js';

const run = promisify<Configuration, Stats | undefined>(webpack);

/** Bundles with the defaults of webpack for production, and `extra` settings. */
export function webpackBundler(extra: Configuration = {}): Bundler {
  return async ({ project, entry, platform, out }) => {
    const filename = platform === 'node' ? 'main.cjs' : 'main.js';
    const stats = await run({
      mode: 'production',
      target: platform === 'node' ? 'node20' : 'web',
      context: project,
      entry: `./${entry}`,
      output: { path: out, filename },
      performance: false,
      ...extra,
    });
    const { errors = [], warnings = [] } = stats?.toJson({ errors: true, warnings: true }) ?? {};
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return { main: join(out, filename), warnings: warnings.map(({ message }) => message) };
  };
}
