import { ConfigurationError, type FetchLike, OmsClient } from '@oms-sdk/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always, faultyClient } from '../src/fault-server/faulty-client.js';
import { json } from '../src/fault-server/response.js';
import { sentOrRefused } from '../src/fault-server/sent-or-refused.js';

const customer = always(json({ id: 'cst_1' }));
const token = async () => 'token';
const settings = { seed: 1, numRuns: 1_500 };

const pieces = [
  '.',
  '%2e',
  '%',
  '/',
  '\\',
  '?',
  '#',
  '@',
  ':',
  '{id}',
  '\t',
  '\r\n',
  '\0',
  '\ud800',
  ' ',
  'a',
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''));
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), hostile);

test('an id arrives as the one segment that was meant, or is refused', async () => {
  const setup = await faultyClient(customer, { token });

  await fc.assert(
    fc.asyncProperty(text, async (id) => {
      const sent = await sentOrRefused(setup, () => setup.client.customers.get(id));
      if (sent === undefined) return;
      const [, version, resource, segment = '', ...rest] = sent.path.split('/');
      expect([version, resource, rest]).toEqual(['v0.9', 'customers', []]);
      expect(decodeURIComponent(segment)).toBe(id);
    }),
    settings,
  );
  expect(setup.requests().length).toBeGreaterThan(50);
});

test('a value of any type in place of an id is refused, or arrives as it is', async () => {
  const setup = await faultyClient(customer, { token });

  await fc.assert(
    fc.asyncProperty(fc.anything(), async (id) => {
      const sent = await sentOrRefused(setup, () => setup.client.wallets.get(id as string));
      if (sent !== undefined) expect(sent.path).toBe(`/v0.9/wallets/${encodeURIComponent(id as string)}`);
    }),
    { ...settings, numRuns: 300 },
  );
  expect(setup.requests().length).toBeGreaterThan(10);
});

test('a query arrives as it was meant, or is refused', async () => {
  const setup = await faultyClient(customer, { token });
  const value = fc.oneof(text, text, fc.boolean(), fc.double(), fc.constant(undefined), fc.anything());

  await fc.assert(
    fc.asyncProperty(fc.dictionary(text, value, { maxKeys: 4 }), async (query) => {
      const call = () => setup.client.request('GET', '/customers', { params: { query } });
      const sent = await sentOrRefused(setup, call);
      if (sent === undefined) return;
      const url = new URL(sent.path, 'http://host.example');
      const meant = Object.entries(query).filter(([, given]) => given !== undefined);
      expect(url.pathname).toBe('/v0.9/customers');
      expect([...url.searchParams]).toEqual(meant.map(([name, given]) => [name, String(given)]));
    }),
    settings,
  );
  expect(setup.requests().length).toBeGreaterThan(50);
});

test('a path template of any shape leads to the server alone, or is refused', async () => {
  const setup = await faultyClient(customer, { token });
  const plain = fc.array(fc.stringMatching(/^[\w~-]{1,8}$/), { minLength: 1, maxLength: 4 });
  const template = fc.oneof(
    text,
    hostile.map((end) => `/customers/${end}`),
    plain.map((segments) => `/${segments.join('/')}`),
  );

  await fc.assert(
    fc.asyncProperty(template, async (path) => {
      const sent = await sentOrRefused(setup, () => setup.client.request('GET', path));
      if (sent !== undefined) expect(sent.path).toBe(`/v0.9${path}`);
    }),
    settings,
  );
  expect(setup.requests().length).toBeGreaterThan(50);
});

test('a base URL leads to the server it names, or is refused', async () => {
  const { server } = await faultyClient(customer);
  const base = fc.oneof(
    fc.webUrl({ validSchemes: ['http', 'https', 'ftp'], withQueryParameters: true, withFragments: true }),
    text,
    fc.array(text, { maxLength: 3 }).map((parts) => [server.origin, ...parts].join('/')),
    text.map((end) => server.origin + end),
  );

  let used = 0;
  await fc.assert(
    fc.asyncProperty(base, async (baseUrl) => {
      const urls: string[] = [];
      const fetch: FetchLike = async (url, init) => {
        urls.push(url);
        return url.startsWith(`${server.origin}/`)
          ? globalThis.fetch(url, init)
          : new Response('{}', { status: 404 });
      };
      const client = clientAt(baseUrl, fetch);
      if (client === undefined) return;
      used += 1;
      await client.customers.get('cst_1').catch(() => undefined);
      const meant = new URL(baseUrl);
      expect(urls).toEqual([`${meant.origin}${meant.pathname.replace(/\/+$/, '')}/customers/cst_1`]);
      expect(new URL(urls[0] ?? '').origin).toBe(meant.origin);
    }),
    settings,
  );
  expect(used).toBeGreaterThan(50);
});

function clientAt(baseUrl: string, fetch: FetchLike): OmsClient | undefined {
  try {
    return new OmsClient({ baseUrl, fetch, token, maxRetries: 0 });
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return undefined;
  }
}
