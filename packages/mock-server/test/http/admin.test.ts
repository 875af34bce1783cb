import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { packageVersion } from '../../src/generated/package.gen.js';
import { spec } from '../../src/generated/spec.gen.js';
import { ask } from '../ask.js';

const server = await startMockServer({ mode: 'mock', listen: false });
const admin = async (path: string, method = 'GET') => {
  const response = await server.fetch(new URL(path, server.url), { method });
  return {
    status: response.status,
    allow: response.headers.get('allow'),
    body: JSON.parse(await response.text()),
  };
};

test.each(['/__oms/health', '/v0.9/__oms/health', '/__oms/health?x=1'])(
  '%s tells that the server is well',
  async (path) => {
    expect(await admin(path)).toMatchObject({
      status: 200,
      body: { status: 'ok', version: packageVersion, spec, mode: 'mock' },
    });
  },
);

test('gives violations and requests, and forgets them on reset', async () => {
  await ask(server, 'GET /customers?x=1');

  expect((await admin('/__oms/violations')).body).toEqual({ violations: server.violations });
  expect((await admin('/__oms/requests')).body).toMatchObject({
    requests: [{ operationId: 'listCustomers', status: 400 }],
  });
  expect((await admin('/__oms/reset', 'POST')).body).toEqual({ status: 'ok' });
  expect((await admin('/__oms/requests')).body).toEqual({ requests: [] });
});

test('gives the spec', async () => {
  expect((await admin('/__oms/spec')).body).toMatchObject({
    openapi: '3.1.0',
    info: { version: spec.version },
  });
});

test('answers 404 to a route there is not, in the error shape', async () => {
  expect(await admin('/__oms/secrets')).toMatchObject({
    status: 404,
    body: { code: 'not_found', message: expect.stringContaining('/__oms/health, /__oms/violations') },
  });
});

test.each([
  ['/__oms/reset', 'GET', 'POST'],
  ['/__oms/health', 'DELETE', 'GET'],
])('answers 405 to %s with %s', async (path, method, allow) => {
  expect(await admin(path, method)).toMatchObject({
    status: 405,
    allow,
    body: { code: 'method_not_allowed' },
  });
});

test.each(['/__oms', '/x/__oms/health', '/__oms%2Fhealth'])(
  'does not take %s for an admin route',
  async (path) => {
    expect(await admin(path)).toMatchObject({
      status: 404,
      body: { message: expect.stringMatching(/^There is no such path\./) },
    });
  },
);
