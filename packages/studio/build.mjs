// Builds the page: one script, one style sheet, one document. The mock server ships them.
import { copyFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { main: 'src/main.tsx' },
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'warning',
});
await build({ entryPoints: { main: 'src/style.css' }, outdir: 'dist', minify: true, logLevel: 'warning' });
copyFileSync('src/index.html', 'dist/index.html');
