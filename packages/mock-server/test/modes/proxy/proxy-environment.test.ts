import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startCliWith } from '../../cli/running-cli.js';
import { secureUpstream } from './secure-upstream.js';
import { json, soundPage, startUpstream } from './upstream.js';

const headers = { authorization: 'Bearer any' };
const isOffered = process.allowedNodeEnvironmentFlags.has('--use-env-proxy');

/** A proxy that opens tunnels or refuses to, and where they led. */
async function tunnels({ isOpen = true } = {}) {
  const led: string[] = [];
  const proxy = createServer((request, response) => {
    led.push(String(request.url));
    response.writeHead(418).end();
  });
  proxy.on('connect', ({ url = '' }, socket) => {
    led.push(url);
    if (!isOpen) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const { hostname, port } = new URL(`https://${url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) end.on('error', () => undefined);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { led, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}

async function askedThrough(environment: Readonly<Record<string, string>>, upstream: string) {
  const { led, url } = await tunnels();
  const proxies = { HTTP_PROXY: url, HTTPS_PROXY: url, http_proxy: url, https_proxy: url };
  const cli = await startCliWith(
    { NO_PROXY: '', no_proxy: '', ...proxies, ...environment },
    'proxy',
    upstream,
  );
  const { status } = await fetch(`${cli.url}/customers`, { headers });
  await cli.stop();
  return { status, led };
}

test.skipIf(!isOffered)('an https upstream is asked through the proxy that Node is told to use', async () => {
  const { url, certificate } = await secureUpstream();
  const environment = { NODE_USE_ENV_PROXY: '1', NODE_EXTRA_CA_CERTS: certificate };

  expect(await askedThrough(environment, url)).toEqual({ status: 200, led: [new URL(url).host] });
});

test.skipIf(!isOffered)('an https upstream that NO_PROXY names is asked directly', async () => {
  const { url, certificate } = await secureUpstream();
  const exempt = { NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' };
  const environment = { NODE_USE_ENV_PROXY: '1', NODE_EXTRA_CA_CERTS: certificate, ...exempt };

  expect(await askedThrough(environment, url)).toEqual({ status: 200, led: [] });
});

test.skipIf(!isOffered)('a proxy that refuses leaves the upstream unreachable', async () => {
  const { url } = await tunnels({ isOpen: false });
  const environment = {
    NODE_USE_ENV_PROXY: '1',
    NO_PROXY: '',
    no_proxy: '',
    HTTPS_PROXY: url,
    https_proxy: url,
  };
  const cli = await startCliWith(environment, 'proxy', 'https://upstream.example/v0.9');
  const response = await fetch(`${cli.url}/customers`, { headers });
  const text = await response.text();
  await cli.stop();

  expect([response.status, response.headers.get('x-oms-upstream-failure')]).toEqual([502, 'unreachable']);
  expect(text).toContain('ERR_PROXY_TUNNEL');
});

test('a proxy in the environment alone is not used', async () => {
  const { url, certificate } = await secureUpstream();

  expect(await askedThrough({ NODE_EXTRA_CA_CERTS: certificate }, url)).toEqual({ status: 200, led: [] });
});

test('an upstream without TLS is asked directly', async () => {
  const { origin } = await startUpstream(json(200, soundPage));

  expect(await askedThrough({ NODE_USE_ENV_PROXY: '1' }, `${origin}/v0.9`)).toEqual({ status: 200, led: [] });
});
