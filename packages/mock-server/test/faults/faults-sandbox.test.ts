import { type Deliver, startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';

const startMs = Date.parse('2026-01-01T00:00:00Z');
const jane = {
  type: 'individual',
  firstName: 'Jane',
  lastName: 'Doe',
  email: 'jane@example.com',
  phone: '+12125551234',
  birthDate: '1990-01-01',
  nationality: 'US',
  signedAgreement: true,
};

const deliveries: { body: string; signature: string }[] = [];
const deliver: Deliver = async (_, body, headers) => {
  deliveries.push({ body, signature: headers['webhook-signature'] ?? '' });
  return 204;
};
const server = await startMockServer({ mode: 'sandbox', listen: false, now: () => startMs, deliver });

/** Empties the sandbox and puts these rules to work; gives a way to ask it with a token. */
function sandboxWith(...rules: string[]) {
  server.reset();
  deliveries.length = 0;
  for (const rule of rules) server.faults.add(rule);
  return signedIn();
}

async function signedIn() {
  const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };
  const send = async (line: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = line.split(' ');
    const all = { 'content-type': 'application/json', 'idempotency-key': `key-${line}`, ...headers };
    const init = body === undefined ? { headers } : { headers: all, body: JSON.stringify(body) };
    const response = await server.fetch(server.url + path, { method, ...init });
    return (await response.json()) as Record<string, unknown>;
  };
  const { accessToken, expiresAt } = await send('POST /auth/token', credentials);
  const authorization = `Bearer ${accessToken}`;
  const asked = (line: string, body?: unknown) => send(line, body, { authorization });
  return Object.assign(asked, { expiresAt });
}

const names = async (send: (line: string) => Promise<Record<string, unknown>>) => {
  const { data } = await send('GET /customers');
  return (data as { firstName: string }[]).map(({ firstName }) => firstName);
};

test.each([
  ['reset-before', []],
  ['reset-after', ['Jane']],
  ['reset-in-body', ['Jane']],
  ['truncated-json', ['Jane']],
  ['html', []],
  ['html; when=after', ['Jane']],
  ['status=503', []],
  ['status=503; when=after', ['Jane']],
  ['rate-limit', []],
  ['unauthorized', []],
])('after %s the customers are %j', async (rule, customers) => {
  const send = await sandboxWith(`${rule}; operation=createCustomer; nth=1`);

  await send('POST /customers', jane).catch(() => undefined);

  expect(server.requests.at(-1)?.faults).toHaveLength(1);
  expect(await names(send)).toEqual(customers);
});

test('the repetition of a write whose answer was lost gets the first answer', async () => {
  const send = await sandboxWith('reset-after; operation=createCustomer; nth=1');
  await send('POST /customers', jane).catch(() => undefined);

  const { id } = await send('POST /customers', jane);

  expect(await send('GET /customers')).toMatchObject({ data: [{ id }] });
});

test('a clock that is off shows in tokens and timestamps', async () => {
  const send = await sandboxWith('clock-skew=-86400000');

  const { createdAt } = await send('POST /customers', jane);

  expect(send.expiresAt).toBe('2025-12-31T01:00:00.000Z');
  expect(createdAt).toBe('2025-12-31T00:00:00.000Z');
});

test('a clock that is off for one operation is right for the others', async () => {
  const send = await sandboxWith('clock-skew=600000; operation=createCustomer');

  const { createdAt } = await send('POST /customers', jane);

  expect(send.expiresAt).toBe('2026-01-01T01:00:00.000Z');
  expect(createdAt).toBe('2026-01-01T00:10:00.000Z');
});

/** Has an endpoint told of an endorsement. */
async function endorse(send: (line: string, body?: unknown) => Promise<unknown>) {
  await send('POST /webhooks', { url: 'https://app.example.com/hooks' });
  await send('POST /customers', { ...jane, endorsements: ['basic'] });
  server.sandbox.advance(1000);
  await server.sandbox.delivered();
}

test('a clock that is off signs webhooks with its time', async () => {
  const send = await sandboxWith('clock-skew=3600000');

  await endorse(send);

  expect(deliveries[0]?.signature).toMatch(new RegExp(`^t=${startMs / 1000 + 3601},`));
});

test.each([
  ['duplicate-delivery', 2],
  ['duplicate-delivery=3', 4],
  ['duplicate-delivery; nth=2', 1],
  ['duplicate-delivery; event=customer.endorsement.granted', 2],
  ['duplicate-delivery; event=wallet.provisioned', 1],
])('under %s a delivery arrives %i times, each time the same', async (rule, times) => {
  const send = await sandboxWith(rule);

  await endorse(send);

  expect(deliveries).toHaveLength(times);
  expect(new Set(deliveries.map(({ body, signature }) => body + signature)).size).toBe(1);
});
