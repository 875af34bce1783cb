import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly text: string;
}

/** Makes the page, with the part of the client that it uses in its script. */
export async function makePageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const folder = new URL('../page/', import.meta.url);
  const read = (name: string) => readFile(new URL(name, folder), 'utf8');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', folder))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return new Map<string, PageFile>([
    ['/', { type: 'text/html; charset=utf-8', text: await read('index.html') }],
    ['/style.css', { type: 'text/css; charset=utf-8', text: await read('style.css') }],
    ['/icon.svg', { type: 'image/svg+xml', text: await read('icon.svg') }],
    ['/main.js', { type: 'text/javascript; charset=utf-8', text: outputFiles[0]?.text ?? '' }],
  ]);
}
