import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always, faultyClient } from '../src/fault-server/faulty-client.js';
import { json } from '../src/fault-server/response.js';
import { sentOrRefused } from '../src/fault-server/sent-or-refused.js';

const customer = always(json({ id: 'cst_1' }));
const token = async () => 'token';
const settings = { seed: 1, numRuns: 1_500 };

const known = fc.constantFrom(
  ...[
    'Host',
    'Content-Length',
    'Transfer-Encoding',
    'Connection',
    'Expect',
    'Upgrade',
    'Keep-Alive',
    'TE',
    'Trailer',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'Content-Type',
    'Accept',
    'Accept-Encoding',
    'Cookie',
    'User-Agent',
  ],
  ...[
    'Idempotency-Key',
    'Authorization',
    'Proxy-Authorization',
    'Date',
    'Content-Encoding',
    'Origin',
    'Referer',
  ],
  ...['Proxy-Connection', 'HTTP2-Settings', 'Via', 'Range'],
);
const name = fc.oneof(
  known,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[A-Za-z][\w-]{0,20}$/),
);
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'é',
    'a\r\nx: y',
    'a\nb',
    'a\0b',
    '\ud800',
    'chunked',
    'close',
    '100-continue',
    '0',
    'h2c',
  ),
);

test('a header arrives byte by byte as it was meant, or is refused', async () => {
  const setup = await faultyClient(customer, { token });

  await fc.assert(
    fc.asyncProperty(name, value, async (header, given) => {
      const headers = Object.fromEntries([[header, given]]);
      const body = { type: 'individual' } as const;
      const sent = await sentOrRefused(setup, () => setup.client.customers.create(body, { headers }));
      if (sent === undefined) return;
      expect(sent.headers[header.toLowerCase()]).toBe(given.replace(/^[\t ]+|[\t ]+$/g, ''));
      expect(sent.headers['authorization']).toBe('Bearer token');
      expect(JSON.parse(sent.body.toString())).toEqual(body);
    }),
    settings,
  );
  expect(setup.requests().length).toBeGreaterThan(50);
});

test('no header adds another one', async () => {
  const setup = await faultyClient(customer, { token });
  await setup.client.customers.get('cst_1');
  const usual = Object.keys(setup.server.requests[0]?.headers ?? {});

  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 5 }), async (headers) => {
      const sent = await sentOrRefused(setup, () => setup.client.customers.get('cst_1', { headers }));
      if (sent === undefined) return;
      const meant = Object.keys(headers).map((one) => one.toLowerCase());
      expect(Object.keys(sent.headers).filter((one) => !usual.includes(one) && !meant.includes(one))).toEqual(
        [],
      );
    }),
    { ...settings, numRuns: 500 },
  );
  expect(setup.requests().length).toBeGreaterThan(50);
});

test('an idempotency key arrives as it was given, as an option or as a header, or is refused', async () => {
  const setup = await faultyClient(customer, { token });
  const key = fc.oneof(fc.string({ unit: 'grapheme-ascii', maxLength: 300 }), value, fc.anything());
  const place = fc.constantFrom('option', 'idempotency-key', 'Idempotency-Key', 'IDEMPOTENCY-KEY');

  await fc.assert(
    fc.asyncProperty(key, place, async (given, where) => {
      const text = given as string;
      const options = where === 'option' ? { idempotencyKey: text } : { headers: { [where]: text } };
      const body = { type: 'individual' } as const;
      const sent = await sentOrRefused(setup, () => setup.client.customers.create(body, options));
      if (sent === undefined) return;
      const made = expect.stringMatching(/^oms-sdk-[\da-f-]{36}$/);
      expect(sent.headers['idempotency-key']).toEqual(given ?? made);
    }),
    { ...settings, numRuns: 1_000 },
  );
  expect(setup.requests().length).toBeGreaterThan(50);
});
