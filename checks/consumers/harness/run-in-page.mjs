// Runs a bundle as a page does: without what only Node has, with as much of a document as bundlers use. Prints the title.
import { argv, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';

const url = pathToFileURL(argv[2]).href;

// They cannot be deleted: the fetch of Node is written in JavaScript that uses them.
for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate']) {
  const value = globalThis[name];
  const isAskedByNode = () => new Error().stack.split('\n')[3]?.includes('node:');
  Object.defineProperty(globalThis, name, { get: () => (isAskedByNode() ? value : undefined) });
}
globalThis.window = globalThis.self = globalThis;
globalThis.document = {
  currentScript: { tagName: 'SCRIPT', src: url },
  getElementsByTagName: () => [],
  createElement: () => ({ setAttribute: () => {} }),
  head: { appendChild: (script) => import(script.src).then(script.onload, script.onerror) },
  set title(text) {
    stdout.write(`${text}\n`);
  },
};

await import(url);
