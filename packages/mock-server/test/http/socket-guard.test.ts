import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { startUpstream } from '../modes/proxy/upstream.js';
import { rawExchange, requestText } from '../raw-exchange.js';

async function started(options: MockServerOptions = {}): Promise<MockServer> {
  const server = await startMockServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** The status of the response to a request that is sent over a socket. */
async function statusOf({ url }: MockServer, line: string, headers: Record<string, string>, body = '') {
  const length = body === '' ? {} : { 'content-length': String(body.length) };
  const answer = await rawExchange(url, requestText(line, { ...length, ...headers }, body));
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

/** Each mode, and what may reach the upstream of a proxy. */
async function startedIn(mode: 'sandbox' | 'mock' | 'proxy') {
  const forwarded: string[] = [];
  if (mode !== 'proxy') return { server: await started({ mode }), forwarded };
  const { origin } = await startUpstream((request, response) => {
    forwarded.push(request.url ?? '');
    response.end('{}');
  });
  return { server: await started({ mode, upstream: origin }), forwarded };
}

const modes = ['sandbox', 'mock', 'proxy'] as const;
const routes = ['GET /__oms/requests', 'POST /__oms/reset', 'GET /__oms/health', 'GET /v0.9/customers'];
const foreign = {
  'a name that was rebound': { host: 'rebound.example:4010' },
  'a name that begins like an address of this machine': { host: '127.0.0.1.example.com' },
  'a name that ends like one': { host: 'notlocalhost' },
  'a user before the name of this machine': { host: 'rebound.example@localhost' },
  'a page from elsewhere': { host: 'localhost', origin: 'https://example.com' },
  'a page that hides where it is from': { host: 'localhost', origin: 'null' },
  'a page from elsewhere that asks without an origin': { host: 'localhost', 'sec-fetch-site': 'cross-site' },
};

test.each(modes)('in the mode %s nothing foreign gets in, and nothing of it is recorded', async (mode) => {
  const { server, forwarded } = await startedIn(mode);
  const statuses: [name: string, line: string, status: number][] = [];
  for (const [name, headers] of Object.entries(foreign))
    for (const line of routes) statuses.push([name, line, await statusOf(server, line, headers)]);

  expect(statuses.filter(([, , status]) => status !== 403)).toEqual([]);
  expect(server.requests).toEqual([]);
  expect(forwarded).toEqual([]);
});

test('an absolute request target counts like Host', async () => {
  const server = await started({ mode: 'mock' });
  const line = (host: string) => `GET http://${host}/__oms/requests`;

  expect(await statusOf(server, line('rebound.example'), { host: 'localhost' })).toBe(403);
  expect(await statusOf(server, line('LOCALHOST:4010'), { host: 'localhost' })).toBe(200);
  expect(await statusOf(server, line('localhost@rebound.example'), { host: 'localhost' })).toBe(403);
});

test.each([
  'localhost:4010',
  'LOCALHOST',
  'localhost.',
  'app.localhost:1',
  '127.0.0.1',
  '127.8.8.8:80',
  '[::1]:4010',
])('requests for %s are taken', async (host) => {
  expect(await statusOf(await started({ mode: 'mock' }), 'GET /__oms/requests', { host })).toBe(200);
});

test.each(['http://localhost:5173', 'http://app.localhost', 'https://127.0.0.1', 'http://[::1]:3000'])(
  'pages of %s may send requests, whatever else the browser says of them',
  async (origin) => {
    const headers = { host: '127.0.0.1', origin, 'sec-fetch-site': 'cross-site' };

    expect(await statusOf(await started({ mode: 'mock' }), 'GET /v0.9/customers', headers)).toBe(200);
  },
);

test('a host that is allowed is taken in Host and Origin', async () => {
  const server = await started({ mode: 'mock', allowHost: ['oms.test', 'App.Test'] });
  const page = { host: 'oms.test:4010', origin: 'https://app.test:8443' };

  expect(await statusOf(server, 'GET /__oms/requests', page)).toBe(200);
  expect(await statusOf(server, 'GET /__oms/requests', { ...page, host: 'sub.oms.test' })).toBe(403);
  const { headers } = await server.fetch(`${server.url}/customers`, { headers: { origin: page.origin } });
  expect(headers.get('access-control-allow-origin')).toBe(page.origin);
});

test('the ids of requests do not depend on what was refused', async () => {
  const server = await started({ mode: 'mock' });
  const idOf = async () =>
    (await fetch(`${server.url}/customers`, { headers: { authorization: 'Bearer a' } })).headers.get(
      'x-request-id',
    );
  const first = await idOf();
  server.reset();
  await statusOf(server, 'GET /v0.9/customers', { host: 'rebound.example' });

  expect(await idOf()).toBe(first);
});

const navigation = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};

test('a top-level navigation to the start page is served, and no other', async () => {
  const server = await started();
  const headers = { host: 'localhost', ...navigation };

  expect(await statusOf(server, 'GET /', headers)).toBe(200);
  expect(await statusOf(server, 'GET /', { ...headers, 'sec-fetch-dest': 'iframe' })).toBe(403);
  expect(await statusOf(server, 'GET /__oms/requests', headers)).toBe(403);
});

test('the start page forbids to be framed', async () => {
  const server = await started();
  const { headers } = await fetch(new URL('/', server.url));

  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test.each(modes)(
  'in the mode %s whoever waits for the server gets 200 from / and /__oms/health',
  async (mode) => {
    const { server } = await startedIn(mode);
    const statuses = [];
    for (const path of ['/', '/__oms/health'])
      for (const method of ['GET', 'HEAD']) {
        const response = await fetch(new URL(path, server.url), { method });
        statuses.push(response.status);
        expect(response.headers.get('content-type')).toBe('application/json');
      }

    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(server.requests).toEqual([]);
  },
);

test('a server that others can reach wants its token for admin routes, and none for its health', async () => {
  const server = await started({ host: '0.0.0.0' });
  const { adminToken = '' } = server;
  const ask = (path: string, headers: Record<string, string>) =>
    statusOf(server, `GET ${path}`, { host: 'oms', ...headers });

  expect(adminToken).toMatch(/^[\w-]{32}$/);
  expect(await ask('/__oms/requests', {})).toBe(401);
  expect(await ask('/__oms/requests', { authorization: 'Bearer wrong' })).toBe(401);
  expect(await ask('/v0.9/__oms/spec', { authorization: '' })).toBe(401);
  expect(await ask('/__oms/requests', { authorization: `Bearer ${adminToken}` })).toBe(200);
  expect(await ask('/__oms/health', { authorization: '' })).toBe(200);
  expect(await ask('/v0.9/customers', {})).toBe(401);
  expect(server.requests).toHaveLength(1);
});

test('the token of a server that others can reach is the one that is given', async () => {
  const server = await started({ host: '0.0.0.0', adminToken: 'made-up-token' });
  const authorization = 'Bearer made-up-token';

  expect(server.adminToken).toBe('made-up-token');
  expect(await statusOf(server, 'GET /__oms/requests', { authorization })).toBe(200);
});

test('a page from elsewhere sends nothing to a server that others can reach either', async () => {
  const server = await started({ host: '0.0.0.0', mode: 'mock' });
  const page = (origin: string) => statusOf(server, 'GET /v0.9/customers', { host: 'oms:4010', origin });

  expect(await page('https://example.com')).toBe(403);
  expect(await page('http://oms:4010')).toBe(200);
  expect(await page('http://localhost:3000')).toBe(200);
});

test('without a socket nothing is refused', async () => {
  const server = await started({ mode: 'mock', listen: false });
  const headers = { authorization: 'Bearer a', 'sec-fetch-site': 'cross-site' };

  expect((await server.fetch('https://api.example/v0.9/customers', { headers })).status).toBe(200);
  expect(server.adminToken).toBeUndefined();
});
