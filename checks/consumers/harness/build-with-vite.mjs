// Bundles one file of the project it is started in as `vite build` does; prints warnings alone.
import { argv, cwd } from 'node:process';
import { build } from 'vite';

const [, , input, outDir] = argv;

await build({
  root: cwd(),
  configFile: false,
  base: './',
  logLevel: 'warn',
  build: { outDir, rolldownOptions: { input, output: { entryFileNames: 'main.js' } } },
});
