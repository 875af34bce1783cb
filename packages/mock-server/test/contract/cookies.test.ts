import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { ask } from '../ask.js';
import { specWith } from '../spec-with.js';

const parameters = [
  { name: 'visit', in: 'cookie', required: true, schema: { type: 'integer', minimum: 1 } },
  { name: 'theme', in: 'cookie', schema: { enum: ['dark', 'light'] } },
];
const get = { parameters, responses: { 200: { description: 'Nothing' } } };
const server = await startMockServer({
  mode: 'mock',
  spec: specWith({}, { paths: { '/things': { get } } }),
  listen: false,
});

test.each<[string, string[]]>([
  ['visit=1', []],
  ['a=b; visit=20; theme=dark', []],
  ['', ['request.cookie.required cookie.visit']],
  ['visits=1', ['request.cookie.required cookie.visit']],
  ['visit=0', ['request.cookie.minimum cookie.visit']],
  ['visit=1e1', ['request.cookie.type cookie.visit']],
  ['visit=1; theme=blue', ['request.cookie.enum cookie.theme']],
])('checks the cookies "%s"', async (cookie, found) => {
  expect((await ask(server, 'GET /things', { headers: { cookie } })).found).toEqual(found);
});
