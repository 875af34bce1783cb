// Prints how many names an entry point has, and fails when import and require give different ones.
import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';

const [specifier] = process.argv.slice(2);
const options = specifier.endsWith('.json') ? { with: { type: 'json' } } : undefined;

const imported = await import(specifier, options);
const required = createRequire(import.meta.url)(specifier);

const names = (module) => Object.keys(module).filter((name) => name !== '__esModule');
const own = specifier.endsWith('.json') ? imported.default : imported;
assert.deepEqual(names(own).sort(), names(required).sort());
for (const name of names(own)) assert.equal(typeof own[name], typeof required[name], name);

process.stdout.write(`same: ${names(own).length} names\n`);
