import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { startCliWith } from '../../cli/running-cli.js';
import { secureUpstream } from './secure-upstream.js';
import { soundPage } from './upstream.js';

const headers = { authorization: 'Bearer any' };

test('an upstream whose certificate nobody vouches for is not asked', async () => {
  const { url: upstream } = await secureUpstream();
  const proxy = await startMockServer({ mode: 'proxy', upstream, listen: false });
  const response = await proxy.fetch(`${proxy.url}/customers`, { headers });

  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({
    message: 'The upstream cannot be reached (DEPTH_ZERO_SELF_SIGNED_CERT).',
  });
});

test('an upstream is asked over TLS, with the certificates of the environment', async () => {
  const { url, certificate } = await secureUpstream();
  const cli = await startCliWith({ NODE_EXTRA_CA_CERTS: certificate }, 'proxy', url);
  const response = await fetch(`${cli.url}/customers`, { headers });
  const text = await response.text();
  const { stdout } = await cli.stop();

  expect([response.status, text]).toEqual([200, soundPage]);
  expect(stdout).toContain(' and forwards to https://127.0.0.1:');
});

test('an upstream that is silent in the TLS handshake is a timeout', async () => {
  const silent = createServer((socket) => socket.on('error', () => undefined));
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void silent.close());
  const upstream = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const proxy = await startMockServer({ mode: 'proxy', upstream, upstreamTimeoutMs: 50, listen: false });
  const response = await proxy.fetch(`${proxy.url}/customers`, { headers });

  expect([response.status, response.headers.get('x-oms-upstream-failure')]).toEqual([504, 'timeout']);
});
