import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Lets the sources of the repository keep their place when they are bundled: `import.meta.url` stays that of the source. */
export const keepPlaces: Plugin = {
  name: 'keep-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};

/** Puts the files that tests read into the bundle: the spec and its examples. */
export const embeddedFiles: Plugin = {
  name: 'embedded-files',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:files$/ }, () => ({ path: 'files', namespace: 'embedded' }));
    onLoad({ filter: /.*/, namespace: 'embedded' }, () => ({
      contents: `export const files = ${JSON.stringify(readEmbedded())}`,
      loader: 'js',
    }));
  },
};

function readEmbedded(): Record<string, string> {
  const examples = join(root, 'openapi/examples');
  const names = readdirSync(examples).map((name) => join(examples, name));
  const paths = [...names, join(root, 'openapi/generated/openapi.json')];
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}
