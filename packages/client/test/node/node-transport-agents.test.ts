import { Agent, createServer, request } from 'node:http';
import { createServer as createSecureServer, Agent as SecureAgent } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { ConnectionError, OmsClient, TimeoutError } from '@oms-sdk/client';
import { type HttpAgent, nodeFetch } from '@oms-sdk/client/node';
import { expect, onTestFinished, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { loopbackServer, respondWith } from '../harness/loopback-server.js';
import { selfSigned } from '../harness/self-signed.js';

function clientOf(baseUrl: string, agent?: HttpAgent, timeoutMs = 5_000) {
  const fetch = nodeFetch(agent && { agent });
  return new OmsClient({ token: async () => 'token', baseUrl, fetch, timeoutMs, maxRetries: 0 });
}

/** The port of a server that is closed when the test is over. */
async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

function secureServer(): Promise<number> {
  return listen(createSecureServer(selfSigned, (_, response) => respondWith(response, { id: 'cst_1' })));
}

test('trusts an authority of your own through the agent', async () => {
  const agent = new SecureAgent({ ca: selfSigned.cert });
  onTestFinished(() => agent.destroy());

  const client = clientOf(`https://127.0.0.1:${await secureServer()}`, agent);

  expect(await client.customers.get('cst_1')).toEqual({ id: 'cst_1' });
});

test('reports a certificate that nobody vouches for as not sent', async () => {
  const error = await caught<ConnectionError>(
    clientOf(`https://127.0.0.1:${await secureServer()}`).customers.create({ type: 'individual' }),
  );

  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ outcome: 'not_sent', cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
});

test('reports a server without TLS as not sent', async () => {
  const { url } = await loopbackServer((_, response) => respondWith(response, {}));

  const error = await caught(
    clientOf(url.replace('http:', 'https:')).customers.create({ type: 'individual' }),
  );

  expect(error).toMatchObject({ name: 'ConnectionError', outcome: 'not_sent' });
});

test('drops a connection that is never established, and closes it', async () => {
  const agent = new SecureAgent({ lookup: () => undefined });

  const error = await caught(clientOf('https://oms.example', agent, 20).customers.get('cst_1'));

  expect(error).toBeInstanceOf(TimeoutError);
  await expect.poll(() => Object.keys(agent.sockets)).toEqual([]);
});

test('goes through the tunnel of a proxy', async () => {
  const { url, requests } = await loopbackServer((_, response) => respondWith(response, { id: 'cst_1' }));
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on('connect', ({ url: target }, socket: Duplex) => {
    asked.push(target);
    const tunnel = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.pipe(socket).pipe(tunnel);
    });
  });
  const agent = tunnelAgent(await listen(proxy));

  expect(await clientOf(url, agent).customers.get('cst_1')).toEqual({ id: 'cst_1' });

  expect(asked).toEqual([new URL(url).host]);
  expect(requests[0]?.headers).toMatchObject({ host: new URL(url).host, authorization: 'Bearer token' });
});

/** What the agents of proxies do: a connection is one that the proxy was asked for. */
function tunnelAgent(port: number): Agent {
  const createConnection = (
    { host, port: target }: { host: string; port: number },
    callback: (error: Error | null, socket: Duplex) => void,
  ) => {
    request({ port, host: '127.0.0.1', method: 'CONNECT', path: `${host}:${target}`, agent: false })
      .on('connect', (_, socket) => callback(null, socket))
      .end();
  };
  return Object.assign(new Agent(), { createConnection });
}
