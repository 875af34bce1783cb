// Loads the client twice, by import and by require, and looks at the errors of one copy with the classes of the other.
import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import * as imported from '@oms-sdk/client';

const required = createRequire(import.meta.url)('@oms-sdk/client');
assert.notEqual(imported.OmsClient, required.OmsClient);

async function failure({ OmsClient }, status) {
  const fetch = async () => Response.json({ code: 'failed' }, { status });
  const oms = new OmsClient({ token: async () => 'token', maxRetries: 0, fetch });
  return oms.customers.get('cst_1').then(assert.fail, (error) => error);
}

const classes = { 400: 'BadRequestError', 404: 'NotFoundError', 409: 'ConflictError', 500: 'ServerError' };
for (const [here, there] of [
  [imported, required],
  [required, imported],
]) {
  for (const [status, name] of Object.entries(classes)) {
    const error = await failure(here, Number(status));
    assert.ok(error instanceof here[name]);
    assert.ok(error instanceof there[name], `${name} is one across copies`);
    assert.ok(error instanceof there.ApiError);
    assert.ok(there.OmsError.is(error));
    assert.ok(!(error instanceof there.RateLimitError));
    assert.ok(!(error instanceof there.ConnectionError));
  }
  assert.ok(!(new Error('of someone else') instanceof there.OmsError));
}

process.stdout.write('two copies, one family of errors\n');
