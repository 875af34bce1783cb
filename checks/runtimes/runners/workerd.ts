import { readFile } from 'node:fs/promises';
import { Miniflare } from 'miniflare';
import type { Summary } from '../harness/summary.js';
import type { Runtime } from './runtime.js';

/** Of a day that the pinned workerd knows. */
export const compatibilityDate = '2026-04-01';
const worker = `
  import { run } from './suite.mjs';
  export default { fetch: async (request) => Response.json(await run(await request.json())) };`;

/** Cloudflare's runtime, without its compatibility with Node. */
export const workerd: Runtime = {
  name: 'workerd',
  kind: 'web',
  version: async () => {
    const { default: manifest } = await import('workerd/package.json', { with: { type: 'json' } });
    return manifest.version;
  },
  run: async (bundle, provided) => {
    const miniflare = new Miniflare({
      compatibilityDate,
      modules: [
        { type: 'ESModule', path: 'worker.mjs', contents: worker },
        { type: 'ESModule', path: 'suite.mjs', contents: await readFile(bundle, 'utf8') },
      ],
    });
    try {
      const body = JSON.stringify(provided);
      const response = await miniflare.dispatchFetch('http://worker.test/', { method: 'POST', body });
      return (await response.json()) as Summary;
    } finally {
      await miniflare.dispose();
    }
  },
};
