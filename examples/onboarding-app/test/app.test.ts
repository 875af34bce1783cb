import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { signWebhook } from '@oms-sdk/client/webhooks';
import { people } from '@oms-sdk/mock-server/people';
import { expect, onTestFinished, test, vi } from 'vitest';
import { checksMs, type RunningApp, startApp, webhookSecret } from './running-app.js';

const cookieOf = ({ headers }: Response) => headers.get('set-cookie')?.split(';')[0] ?? '';

/** Sends requests as one session. */
function sessionOf({ url }: RunningApp) {
  let cookie = '';
  return async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const init = { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(`${url}/api/onboarding${path}`, {
      ...(body !== undefined && init),
      headers: { cookie, 'content-type': 'application/json', ...headers },
    });
    cookie ||= cookieOf(response);
    return { status: response.status, body: await response.json().catch(() => undefined) };
  };
}

async function startedSession(app: RunningApp) {
  const send = sessionOf(app);
  await send('');
  await send('', {});
  return send;
}

const { type: _, externalId: __, ipAddress: ___, ...person } = people.complete;
const of = ({ sent }: RunningApp, method: string) => sent.filter((request) => request.method === method);
const endorsements = ['basic', 'cryptoCustody'];

/** A customer as OMS returns it, with these endorsements. */
const customerWith = (endorsement: object) => ({
  id: 'cst_1',
  object: 'customer',
  type: 'individual',
  status: 'active',
  createdAt: '2026-01-01T00:00:00Z',
  endorsements: endorsements.map((name) => ({ type: name, ...endorsement })),
});

test('nothing in the app knows of the sandbox', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = ['src', 'page'].flatMap((name) =>
    readdirSync(`${folder}${name}`).map((file) => `${name}/${file}`),
  );

  expect(files.length).toBeGreaterThan(10);
  for (const file of files) expect(readFileSync(folder + file, 'utf8')).not.toMatch(/sandbox|mock|__oms/i);
});

test('what is sent beside the fields of the plan goes nowhere', async () => {
  const app = await startApp(1e9);
  const send = await startedSession(app);
  const more = {
    metadata: { omsSandbox: 'approve' },
    externalId: 'other',
    endorsements: ['usd'],
    ipAddress: '192.0.2.1',
  };

  expect(await send('/form', { ...person, ...more })).toMatchObject({
    status: 200,
    body: { step: 'waiting' },
  });
  expect(of(app, 'PATCH').map(({ body }) => body)).toEqual([{ ...person, endorsements }]);
});

test('the address of the caller is sent where the plan asks for it', async () => {
  const app = await startApp(1e9);
  const send = await startedSession(app);
  const requirements = { complete: [], pending: [], missing: ['email', 'ipAddress'], issues: [] };
  app.respondOnce(
    'GET',
    Response.json(customerWith({ status: 'INACTIVE', rejectionReasons: [], requirements })),
  );
  await send('/form', { email: 'jane@example.com', ipAddress: '192.0.2.1' });

  expect(of(app, 'PATCH').map(({ body }) => body)).toEqual([
    { email: 'jane@example.com', ipAddress: '127.0.0.1', endorsements },
  ]);
});

test('what is for developers does not reach the page', async () => {
  const app = await startApp(1e9);
  const send = await startedSession(app);
  app.respondOnce(
    'GET',
    Response.json(
      customerWith({
        status: 'REJECTED',
        rejectionReasons: [{ reason: 'Please try again.', developerReason: 'canary-1' }],
        requirements: { complete: [], pending: [], missing: ['ipAddress'], issues: [{ email: 'canary_2' }] },
      }),
    ),
  );
  const { body } = await send('');

  expect(body).toMatchObject({ step: 'form', reasons: ['Please try again.'], fields: [{ path: 'email' }] });
  expect(JSON.stringify(body)).not.toContain('canary');
});

test('a form that is sent twice is passed on once', async () => {
  const app = await startApp(1e9);
  const send = await startedSession(app);
  await Promise.all([send('/form', person), send('/form', person)]);
  expect((await send('/form', person)).body).toEqual({ step: 'waiting' });

  expect(of(app, 'PATCH')).toHaveLength(1);
});

test('what the spec refuses is named by field, and not passed on', async () => {
  const app = await startApp(1e9);
  const send = await startedSession(app);
  const { status, body } = await send('/form', { ...person, birthDate: '1990-02-30', email: 'jane' });

  expect({ status, body }).toEqual({
    status: 422,
    body: {
      problems: [
        { path: 'email', message: 'Must be an email address.' },
        { path: 'birthDate', message: 'Must be a date that exists, YYYY-MM-DD.' },
      ],
    },
  });
  expect(of(app, 'PATCH')).toEqual([]);
});

test('a create whose response is lost makes one customer and one wallet', async () => {
  const app = await startApp(1e9, {
    faults: ['reset-after; operation=createCustomer; nth=1', 'reset-after; operation=createWallet; nth=1'],
  });
  const send = await startedSession(app);
  await send('', {});
  await send('/form', person);
  app.sandbox.sandbox.advance(checksMs);
  await app.sandbox.sandbox.delivered();

  const { body } = await send('');
  expect(body).toMatchObject({ step: 'wallet', address: expect.stringMatching(/^0x/) });
  app.sandbox.assertFaultsHit();
  const [account] = app.accounts.all();
  const keysOf = (end: string) =>
    of(app, 'POST').flatMap(({ path, headers }) => (path.endsWith(end) ? headers['idempotency-key'] : []));
  expect(keysOf('/customers')).toEqual([account?.createKey, account?.createKey]);
  expect(keysOf('/wallets')).toEqual([account?.walletKey, account?.walletKey]);
  const customers = await app.oms.customers.list();
  expect(customers.data.map(({ id }) => id)).toEqual([account?.customerId]);
  const wallets = await app.oms.wallets.list(account?.customerId ?? '');
  expect(wallets.data.map(({ address }) => address)).toEqual([account?.address]);
});

test('a start that is sent twice makes one customer', async () => {
  const app = await startApp(1e9);
  const send = sessionOf(app);
  await send('');
  await Promise.all([send('', {}), send('', {})]);

  expect((await app.oms.customers.list()).data).toHaveLength(1);
});

test('OMS never learns what opens a session', async () => {
  const app = await startApp(1e9);
  const cookie = cookieOf(await fetch(`${app.url}/api/onboarding`));
  const send = sessionOf(app);
  await send('', {}, { cookie });
  await send('/form', person, { cookie });
  app.sandbox.sandbox.advance(checksMs);
  await app.sandbox.sandbox.delivered();

  const [, session = ''] = cookie.split('=');
  expect(session).toMatch(/^[\w-]{36}$/);
  expect(of(app, 'POST').some(({ path }) => path.endsWith('/wallets'))).toBe(true);
  expect(JSON.stringify(app.sent)).not.toContain(session);
});

test('behind a proxy that speaks HTTPS, HTTPS alone carries the session', async () => {
  const { url } = await startApp(1e9, {}, 'https://app.example');
  const { headers } = await fetch(`${url}/api/onboarding`);

  expect(headers.get('set-cookie')).toMatch(
    /^__Host-session=[\w-]{36}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  await expect(startApp(1e9, {}, 'http://app.example')).rejects.toThrow('https:');
});

test('each page that waits looks again by its own clock, and six at once are too many', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const app = await startApp(1_000);
  const cookie = cookieOf(await fetch(`${app.url}/api/onboarding`));
  const end = new AbortController();
  const open = () => fetch(`${app.url}/api/onboarding/changes`, { headers: { cookie }, signal: end.signal });
  const texts = ['', '', '', '', ''];
  for (const index of texts.keys()) {
    const { body } = await open();
    const kept = new WritableStream<string>({
      write(text) {
        texts[index] += text;
      },
    });
    body
      ?.pipeThrough(new TextDecoderStream())
      .pipeTo(kept)
      .catch(() => undefined);
  }
  const changes = () => texts.map((text) => text.split('event: change').length - 1);
  const seenAfter = async (count: number) => {
    while (changes().some((seen) => seen < count)) await setImmediate();
    await fetch(app.url);
    return changes();
  };

  expect(await seenAfter(1)).toEqual([1, 1, 1, 1, 1]);
  vi.advanceTimersByTime(1_000);
  expect(await seenAfter(2)).toEqual([2, 2, 2, 2, 2]);
  expect((await open()).status).toBe(429);
  end.abort();
  const again = () => fetch(`${app.url}/api/onboarding/changes`, { headers: { cookie } });
  while ((await again()).status === 429) await setImmediate();
});

test('a delivery that comes again, or after a later one, has nothing read', async () => {
  const app = await startApp(1e9);
  await startedSession(app);
  const customerId = app.accounts.all()[0]?.customerId;
  const deliver = async (id: string, sequence: number, secret = webhookSecret) => {
    const moment = '2026-01-01T00:00:00Z';
    const event = { id, event: 'endorsement.updated', sequence, createdAt: moment, data: { customerId } };
    const body = JSON.stringify(event);
    const response = await fetch(`${app.url}/webhooks`, {
      method: 'POST',
      body,
      headers: { ...(await signWebhook(body, secret)) },
    });
    return [response.status, of(app, 'GET').length];
  };
  const before = of(app, 'GET').length;

  expect(await deliver('whd_1', 7)).toEqual([204, before + 1]);
  expect(await deliver('whd_1', 7)).toEqual([204, before + 1]);
  expect(await deliver('whd_2', 6)).toEqual([204, before + 1]);
  expect(await deliver('whd_3', 8, `whsec_${'f'.repeat(64)}`)).toEqual([400, before + 1]);
  expect(await deliver('whd_3', 8)).toEqual([204, before + 2]);
});

test('requests that a page of another site could send are refused', async () => {
  const send = await startedSession(await startApp(1e9));
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', ''])
    expect(await send('/form', '{}', { 'content-type': type })).toMatchObject({ status: 415 });
  expect(await send('/form', JSON.stringify({ email: 'x'.repeat(60_000) }))).toMatchObject({ status: 413 });
});

test.each(['', '{', 'null', '7', '"x"', '[]', '{"__proto__":{"email":"x"}}'])(
  'a form of %j misses every field',
  async (body) => {
    const send = await startedSession(await startApp(1e9));
    const { status, body: refusal } = await send('/form', body);

    expect(status).toBe(422);
    expect(refusal.problems).toContainEqual({ path: 'email', message: 'Is required.' });
  },
);

test('a session that the app did not begin is nobody’s', async () => {
  const app = await startApp(1e9);
  const send = sessionOf(app);
  const ended = { status: 404, body: { message: 'The session has ended.' } };

  for (const cookie of ['', 'session=error', 'session=../x', `session=${randomUUID()}`])
    for (const [path, body] of [['', {}], ['/form', {}], ['/changes']] as const)
      expect(await send(path, body, { cookie })).toEqual(ended);
  expect(await send('', undefined, { cookie: 'session=mine' })).toEqual({
    status: 200,
    body: { step: 'start' },
  });
  expect(app.accounts.all()).toHaveLength(1);
  expect(app.accounts.ofSession('mine')).toBeUndefined();
  expect(app.sent).toEqual([]);
});

test('when OMS fails, the caller learns that and no value is printed', async () => {
  const app = await startApp(1e9);
  const send = await startedSession(app);
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  const body = { code: 'conflict', message: `${person.email} is known.` };
  app.respondOnce('PATCH', Response.json(body, { status: 409 }));

  expect(await send('/form', person)).toEqual({
    status: 500,
    body: { message: 'That did not work. Please try again.' },
  });
  expect(printed).toHaveBeenCalledOnce();
  expect(JSON.stringify(printed.mock.calls)).not.toContain(person.email);
});

test('the page may load nothing from elsewhere, and a browser keeps nothing', async () => {
  const { url } = await startApp(1e9);
  const { headers } = await fetch(url);

  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-frame-options')).toBe('DENY');
});

test('the script of the page has at most 9 kB', async () => {
  const { url } = await startApp(1e9);
  const script = await (await fetch(`${url}/main.js`)).text();
  const { gzipSync } = await import('node:zlib');

  expect(gzipSync(script).length).toBeLessThan(9_000);
});
