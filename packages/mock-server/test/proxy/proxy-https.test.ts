import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { startCliWith } from '../running-cli.js';
import { selfSigned } from './self-signed-certificate.js';
import { json, soundPage } from './upstream.js';

const headers = { authorization: 'Bearer any' };

async function secureUpstream(): Promise<{ url: string; certificate: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'oms-tls-'));
  const certificate = join(folder, 'certificate.pem');
  const pair = selfSigned();
  writeFileSync(certificate, pair.cert);
  const server = createServer(pair, json(200, soundPage));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/v0.9`, certificate };
}

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
  expect(stdout).toContain(' and asks https://127.0.0.1:');
});
