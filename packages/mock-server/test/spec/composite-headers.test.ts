import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { ask } from '../ask.js';
import { specWith } from '../spec-with.js';

const list = { type: 'array', items: { type: 'string' } };
const record = { type: 'object', properties: { a: { type: 'string' } } };

/** A server whose `GET /things/{ids}` takes a list in its path, so that Prism has to look, and the parameter. */
async function serverWith(parameter: object) {
  const ids = { in: 'path', name: 'ids', required: true, schema: list };
  const get = { parameters: [ids, parameter], responses: { 200: { description: 'Things' } } };
  const spec = specWith({}, { paths: { '/things/{ids}': { get } } });
  return await startMockServer({ mode: 'mock', spec, listen: false });
}

test.each([
  ['a list', list],
  ['an object', record],
  ['a list that must have items', { ...list, minItems: 1 }],
])('%s may be missing from the headers', async (_, schema) => {
  const server = await serverWith({ in: 'header', name: 'X-Tags', schema });

  expect(await ask(server, 'GET /things/a,b')).toMatchObject({ status: 200, found: [] });
});

test.each([
  ['a list', list],
  ['an object', record],
])('%s that is required must not be missing from the headers', async (_, schema) => {
  const server = await serverWith({ in: 'header', name: 'X-Tags', required: true, schema });

  expect(await ask(server, 'GET /things/a,b')).toMatchObject({
    status: 400,
    found: ['request.header.required header.x-tags'],
  });
});

test.each([
  ['may be missing', {}, []],
  ['must not be missing if it is required', { required: true }, ['response.header.required header.x-tags']],
])('a list in the headers of a response %s', async (_, rest, found) => {
  const headers = { 'X-Tags': { ...rest, schema: list } };
  const get = { responses: { 200: { description: 'Things', headers } } };
  const spec = specWith({}, { paths: { '/things': { get } } });
  const server = await startMockServer({ mode: 'mock', spec, listen: false });

  expect(await ask(server, 'GET /things')).toMatchObject({ status: 200, found });
});
