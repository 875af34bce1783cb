import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../runners/chromium.js';

/** Loopback addresses: that of the mock server, and that of a site elsewhere. */
const [here, elsewhere] = ['127.0.0.2', '127.0.0.3'];

let browser: Browser;
beforeAll(async () => {
  const rules = `MAP rebound.example ${here}, MAP evil.example ${elsewhere}`;
  browser = await launchChromium(`--host-resolver-rules=${rules}`);
});
afterAll(() => browser.close());

async function serve(host: string, respond: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(respond);
  await once(server.listen(0, host), 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

const htmlPage: RequestListener = (_, response) =>
  void response.setHeader('content-type', 'text/html').end('<title>made up</title>');

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

/** A page of a name that led to its site when it was opened, and leads to the mock server now. */
async function reboundPage(options: Parameters<typeof startMockServer>[0] = {}) {
  const { server, port } = await serve(here, htmlPage);
  const page = await browser.newPage();
  await page.goto(`http://rebound.example:${port}/`);
  await closed(server);
  const mock = await startMockServer({ ...options, host: here, port });
  onTestFinished(async () => {
    await page.close();
    await mock.close();
  });
  return { page, mock };
}

/** A page of a site elsewhere, beside a mock server. */
async function foreignPage(options: Parameters<typeof startMockServer>[0] = {}) {
  const { server, port } = await serve(elsewhere, htmlPage);
  const mock = await startMockServer({ ...options, host: here });
  const page = await browser.newPage();
  await page.goto(`http://evil.example:${port}/`);
  onTestFinished(async () => {
    await page.close();
    await closed(server);
    await mock.close();
  });
  return { page, mock };
}

/** What a `fetch` in the page comes to: the status, or `failed`. */
function fetchIn(page: Page, url: string, init: object = {}): Promise<number | string> {
  const script = `fetch(${JSON.stringify(url)}, ${JSON.stringify(init)}).then((r) => r.status, () => 'failed')`;
  return page.evaluate<number | string>(script);
}

function untouched({ requests, violations }: MockServer): void {
  expect(requests).toEqual([]);
  expect(violations).toEqual([]);
}

test('a page that rebound its name reads nothing and gets no token', async () => {
  const { page, mock } = await reboundPage();
  const body = JSON.stringify({ apiKey: 'sk_sdbx_1', apiSecret: 'any' });
  const headers = { 'content-type': 'application/json' };
  const statuses = [
    await fetchIn(page, '/__oms/requests'),
    await fetchIn(page, '/__oms/spec'),
    await fetchIn(page, '/__oms/reset', { method: 'POST' }),
    await fetchIn(page, '/v0.9/auth/token', { method: 'POST', headers, body }),
    await fetchIn(page, '/v0.9/customers'),
  ];

  expect(statuses).toEqual([403, 403, 403, 403, 403]);
  untouched(mock);
});

test('a page that rebound its name reads nothing of what is behind a proxy', async () => {
  const asked: unknown[] = [];
  const { server, port } = await serve('127.0.0.1', (request, response) => {
    asked.push(request.url);
    response.end('{}');
  });
  onTestFinished(() => closed(server));
  const { page, mock } = await reboundPage({ mode: 'proxy', upstream: `http://127.0.0.1:${port}` });

  expect(await fetchIn(page, '/v0.9/customers')).toBe(403);
  expect(asked).toEqual([]);
  untouched(mock);
});

test('requests that need no permission leave no violation behind', async () => {
  const { page, mock } = await foreignPage({ mode: 'mock' });
  for (let count = 0; count < 5; count += 1)
    await fetchIn(page, `${mock.url}/customers?x=1`, { mode: 'no-cors' });
  await page.evaluate(`new Promise((done) => {
    const image = new Image();
    image.onload = image.onerror = done;
    image.src = ${JSON.stringify(`${mock.url}/customers`)};
  })`);

  untouched(mock);
  mock.assertNoViolations();
});

test('a simple POST does not go through a proxy', async () => {
  const asked: unknown[] = [];
  const { server, port } = await serve('127.0.0.1', (request, response) => {
    asked.push(request.url);
    response.end('{}');
  });
  onTestFinished(() => closed(server));
  const { page, mock } = await foreignPage({ mode: 'proxy', upstream: `http://127.0.0.1:${port}` });
  const init = { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: '{}' };
  await fetchIn(page, `${mock.url}/customers`, init);

  expect(asked).toEqual([]);
  untouched(mock);
});

test('a page elsewhere may open the start page in a window, and not show it in a frame', async () => {
  const { page, mock } = await foreignPage();
  const start = new URL('/', mock.url).href;
  const [response] = await Promise.all([
    page.waitForResponse(start),
    page.evaluate(`location.href = '${start}'`),
  ]);
  expect(response.status()).toBe(200);

  const { page: framing, mock: framed } = await foreignPage();
  const url = new URL('/', framed.url).href;
  const script = `document.body.append(Object.assign(document.createElement('iframe'), { src: '${url}' }))`;
  const [inFrame] = await Promise.all([framing.waitForResponse(url), framing.evaluate(script)]);
  expect(inFrame.status()).toBe(403);
});

test('a page of this machine may use the server', async () => {
  const { server, port } = await serve('127.0.0.1', htmlPage);
  const mock = await startMockServer({ mode: 'mock', host: here });
  const page = await browser.newPage();
  onTestFinished(async () => {
    await page.close();
    await closed(server);
    await mock.close();
  });
  await page.goto(`http://localhost:${port}/`);

  expect(await fetchIn(page, `${mock.url}/customers`, { headers: { authorization: 'Bearer any' } })).toBe(
    200,
  );
});
