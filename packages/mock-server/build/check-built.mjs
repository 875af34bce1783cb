// Checks the built package as the tests check the sources: nothing left out of the bundle is needed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SpecError, startMockServer } from '../dist/index.js';

const warnings = [];
process.on('warning', ({ code, message }) => warnings.push(code ?? message));

const mock = await startMockServer({ mode: 'mock' });
const headers = {
  authorization: 'bearer any',
  'content-type': 'application/json',
  'idempotency-key': 'key-1',
};
const read = (file) => readFileSync(`dist/${file}`, 'utf8');
const ask = async (path, init) => {
  const response = await fetch(mock.url + path, { headers, ...init });
  return [response.status, response.headers.get('x-oms-violations')];
};
const create = (body) => ask('/customers', { method: 'POST', body: JSON.stringify(body) });

assert.deepEqual(await create({ type: 'individual' }), [201, '0']);
assert.deepEqual(await create({ type: 'company', phone: '1' }), [
  422,
  '2; request.body.const, request.body.pattern',
]);
assert.deepEqual(await ask('/customers', { headers: {} }), [401, '1; request.security']);
assert.deepEqual(await ask('/customers', { headers: { ...headers, prefer: 'dynamic' } }), [200, '0']);
await mock.close();

const form = { type: 'object', properties: { a: { type: 'integer' } } };
const content = { 'application/x-www-form-urlencoded': { schema: form } };
const post = { requestBody: { content }, responses: { 200: { description: 'Done' } } };
const own = await startMockServer({
  mode: 'mock',
  listen: false,
  spec: { openapi: '3.1.0', paths: { '/form': { post } } },
});
const send = (body) => own.fetch(`${own.url}/form`, { method: 'POST', body: new URLSearchParams(body) });
assert.deepEqual([(await send('a=1')).status, (await send('a=x')).status], [200, 422]);

const { createSandbox } = await import('../dist/sandbox.js');
const credentials = JSON.stringify({ apiKey: 'sk_sdbx_example', apiSecret: 'example' });
const alone = createSandbox();
assert.equal(
  (await alone.fetch('https://x.example/auth/token', { method: 'POST', body: credentials })).status,
  200,
);

await assert.rejects(startMockServer({ spec: 'nowhere.yaml' }), SpecError);
const library = await startMockServer({ mode: 'mock', listen: false, spec: 'test/fixtures/library.yaml' });
assert.match(library.url, /\/test\/v9$/);

// The generator of bodies once brought an old reference parser, a YAML that can call functions, and more.
const code = readdirSync('dist').filter((file) => file.endsWith('.js'));
const generator = code.filter((file) => /\b(RandExp|DRange|YAMLSemanticError)\b/.test(read(file)));
assert.deepEqual(generator, []);

const { status, stdout } = spawnSync(process.execPath, ['dist/cli.js', 'explain', 'request.body.type']);
assert.deepEqual([status, String(stdout).split(' ')[0]], [0, 'request.body.type']);

const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
const project = ['--root', 'test/fixtures/vitest-project', '--config', 'built.config.ts', '--reporter=json'];
const run = spawnSync(process.execPath, [vitest, 'run', ...project], { encoding: 'utf8' });
const { numPassedTests, numFailedTests } = JSON.parse(run.stdout);
assert.deepEqual([numPassedTests, numFailedTests], [19, 7]);

assert.deepEqual(warnings, []);
