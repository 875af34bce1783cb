import { chmodSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alice, begin, documents } from '../sandbox/observed-sandbox.js';
import { keptSandbox, stateFile, textOf } from './state-file.js';

const usdc = { asset: 'usdc', chain: 'polygon' };

/** A state file that a sandbox with a customer, a wallet and a webhook endpoint has left. */
async function leftState() {
  const file = stateFile();
  const { sandbox, send, authorization, close } = await keptSandbox(file);
  const endpoint = (await send('POST', '/webhooks', { url: 'https://app.example.com/hooks' })).body;
  const key = { 'idempotency-key': 'cst-alice-001' };
  const created = await send('POST', '/customers', { ...alice, ...documents }, key);
  sandbox.advance(1000);
  const wallet = (await send('POST', `/customers/${created.body['id']}/wallets`, usdc)).body;
  const customer = (await send('GET', `/customers/${created.body['id']}`)).body;
  await close();
  return { file, authorization, endpoint, created, customer, wallet, key };
}

describe('after a restart', () => {
  test('customers, wallets and webhook endpoints are there, and the token still holds', async () => {
    const { file, authorization, endpoint, customer, wallet } = await leftState();

    const { send } = await keptSandbox(file, {}, authorization);

    expect((await send('GET', `/customers/${customer['id']}`)).body).toEqual(customer);
    expect((await send('GET', `/wallets/${wallet['id']}`)).body).toEqual(wallet);
    const { secret: _, ...shown } = endpoint;
    expect((await send('GET', `/webhooks/${endpoint['id']}`)).body).toEqual(shown);
  });

  test('a write that is repeated gets its first answer', async () => {
    const { file, authorization, created, key } = await leftState();

    const { sandbox, send } = await keptSandbox(file, {}, authorization);
    await send('PATCH', `/customers/${created.body['id']}`, { firstName: 'Bea' });
    await send('DELETE', `/customers/${created.body['id']}`);
    await sandbox.setDialect('endorsementName=both, requirements=codes');

    expect(await send('POST', '/customers', { ...alice, ...documents }, key)).toEqual(created);
    expect(await send('POST', '/customers', alice, key)).toMatchObject({ status: 409 });
    expect((await send('GET', '/customers')).body['data']).toHaveLength(1);
  });

  test('ids go on where they were, whatever the seed', async () => {
    const { file, authorization, customer } = await leftState();

    const { send } = await keptSandbox(file, { seed: 1 }, authorization);
    const { body } = await send('POST', '/customers', alice);

    expect(body['id']).not.toBe(customer['id']);
    expect((await send('GET', '/customers')).body['data']).toMatchObject([
      { id: body['id'] },
      { id: customer['id'] },
    ]);
  });

  test('the clock is as far ahead as it was', async () => {
    const file = stateFile();
    const first = await keptSandbox(file);
    first.sandbox.advance(3_599_000);
    await first.close();

    const second = await keptSandbox(file, {}, first.authorization);
    expect((await second.send('GET', '/customers')).status).toBe(200);
    second.sandbox.advance(1000);

    expect(await second.send('GET', '/customers')).toMatchObject({
      status: 401,
      body: { code: 'token_expired' },
    });
  });

  test('a scheduled approval still comes', async () => {
    const file = stateFile();
    const first = await keptSandbox(file);
    const metadata = { omsSandbox: 'delay:60' };
    const { body } = await first.send('POST', '/customers', { ...alice, ...documents, metadata });
    await first.close();

    const second = await keptSandbox(file, {}, first.authorization);
    second.sandbox.advance(60_000);

    const found = await second.send('GET', `/customers/${body['id']}`);
    expect(found.body).toMatchObject({
      endorsements: [{ status: 'ACTIVE' }, { status: 'ACTIVE' }, { status: 'ACTIVE' }],
    });
  });

  test('a scenario rule still counts, holds for its customer, and those of the options are there once', async () => {
    const file = stateFile();
    const scenarios = ['reject; nth=2'];
    const first = await keptSandbox(file, { scenarios });
    await first.send('POST', '/customers', alice);
    await first.close();

    const second = await keptSandbox(file, { scenarios }, first.authorization);
    const { body } = await second.send('POST', '/customers', { ...alice, ...documents });
    await second.close();
    const third = await keptSandbox(file, { scenarios }, first.authorization);
    await third.send('PATCH', `/customers/${body['id']}`, { endorsements: ['usd'], metadata: {} });
    third.sandbox.advance(1000);

    const found = await third.send('GET', `/customers/${body['id']}`);
    expect(found.body).toMatchObject({
      endorsements: [{ status: 'REJECTED' }, { status: 'REJECTED' }, { status: 'REJECTED' }],
    });
    expect(third.sandbox.scenarios.list()).toHaveLength(1);
  });

  test('an outcome that fell due in the meantime is there, and its event is sent once', async () => {
    const file = stateFile();
    const first = await keptSandbox(file);
    await first.send('POST', '/webhooks', { url: 'https://app.example.com/hooks' });
    const { body } = await first.send('POST', '/customers', { ...alice, ...documents });
    await first.close();

    const second = await keptSandbox(file, { now: () => begin + 5000 }, first.authorization);
    const found = await second.send('GET', `/customers/${body['id']}`);
    await second.close();
    const third = await keptSandbox(file, { now: () => begin + 9000 }, first.authorization);

    expect(found.body).toMatchObject({ endorsements: [{ status: 'ACTIVE' }, {}, {}] });
    expect(third.sandbox.deliveries()).toHaveLength(1);
  });

  test('a delivery that was not acknowledged is tried again, signed with the same secret', async () => {
    const file = stateFile();
    const first = await keptSandbox(file, { deliver: async () => 500 });
    await first.send('POST', '/webhooks', { url: 'https://app.example.com/hooks' });
    await first.send('POST', '/customers', { ...alice, ...documents });
    first.sandbox.advance(1000);
    await first.sandbox.delivered();
    const [before] = first.sandbox.deliveries();
    await first.close();

    const second = await keptSandbox(file, { deliver: async () => 204 }, first.authorization);
    second.sandbox.advance(10_000);
    await second.sandbox.delivered();

    expect(second.sandbox.deliveries()).toEqual([{ ...before, state: 'delivered', attempts: [500, 204] }]);
  });
});

test('reset empties the file as well', async () => {
  const { file, authorization, customer } = await leftState();
  const first = await keptSandbox(file, {}, authorization);
  first.sandbox.reset();
  await first.close();

  expect(textOf(file)).not.toContain(String(customer['id']));
});

test('an answer waits until what it tells outlives a crash', async () => {
  const file = stateFile();
  const { send } = await keptSandbox(file);

  const { body } = await send('POST', '/customers', alice);

  expect(textOf(file)).toContain(String(body['id']));
});

test.skipIf(process.platform === 'win32')('the file is for its owner alone', async () => {
  const { file } = await leftState();
  expect(statSync(file).mode & 0o777).toBe(0o600);

  chmodSync(file, 0o644);
  await keptSandbox(file);

  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('write-only values, tokens and idempotency keys are not in the file', async () => {
  const canary = (name: string) => `canary-${name}`;
  const file = stateFile();
  const { send, authorization, close } = await keptSandbox(file);
  const residentialAddress = { line1: canary('line'), city: canary('city'), zipCode: canary('zip') };
  const identifyingInformation = [{ type: 'ssn', issuingCountry: 'US', number: canary('number') }];
  const hidden = {
    birthDate: '1901-02-03',
    ipAddress: '203.0.113.77',
    residentialAddress,
    identifyingInformation,
  };
  await send('POST', '/auth/token', { apiKey: canary('api-key'), apiSecret: canary('api-secret') });
  const { body } = await send(
    'POST',
    '/customers',
    { ...alice, ...hidden },
    { 'idempotency-key': canary('key') },
  );
  await send('PATCH', `/customers/${body['id']}`, hidden);
  const bankDetails = { accountNumber: '000777666555', routingNumber: '021000021' };
  await send('POST', `/customers/${body['id']}/external-accounts`, { type: 'usBank', bankDetails });
  const growing = textOf(file);
  await close();

  for (const text of [growing, textOf(file)]) {
    expect(text).toContain('alice@example.com');
    for (const secret of ['canary', '1901-02-03', '203.0.113.77', '000777666555', authorization.slice(7)]) {
      expect(text).not.toContain(secret);
    }
  }
});

test('a file that grew long is begun anew with what still counts', async () => {
  const file = stateFile();
  const { send, authorization, close } = await keptSandbox(file);
  const { body } = await send('POST', '/customers', alice);
  const metadata = { text: 'x'.repeat(200_000) };
  for (let index = 0; index < 40; index += 1) {
    await send('PATCH', `/customers/${body['id']}`, { metadata: { ...metadata, index } });
  }
  expect(statSync(file).size).toBeLessThan(6_000_000);
  await close();

  const second = await keptSandbox(file, {}, authorization);

  expect((await second.send('GET', `/customers/${body['id']}`)).body).toMatchObject({
    metadata: { index: 39 },
  });
});
