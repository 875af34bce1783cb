// Imports names from the CommonJS build, which Node finds only where it can read them off the file, and prints what they show.
import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

const require = createRequire(import.meta.url);
for (const entry of ['', '/errors', '/webhooks', '/node']) {
  const file = require.resolve(`@oms-sdk/client${entry}`);
  const names = Object.keys(require(file)).filter((name) => name !== '__esModule');
  const imported = await import(pathToFileURL(file));
  for (const name of names) assert.ok(name in imported, `${entry}: ${name} can be imported by its name`);
}

const { NotFoundError, OmsClient } = await import(pathToFileURL(require.resolve('@oms-sdk/client')));
const fetch = async () => Response.json({}, { status: 404 });
const oms = new OmsClient({ token: async () => 'token', fetch });
assert.match(inspect(oms), /^OmsClient \{\s+auth: Auth \{\}/);
const error = await oms.customers.get('cst_1').catch((reason) => reason);
assert.match(inspect(error), /^NotFoundError: 404/);
assert.equal(error.constructor, NotFoundError);

process.stdout.write('named, and readable\n');
