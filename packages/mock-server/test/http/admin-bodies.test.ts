import { startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test, vi } from 'vitest';

const server = await startMockServer({ listen: false });
const post = async (route: string, body: unknown, method = 'POST') => {
  const init = { method, body: JSON.stringify(body) };
  const response = await server.fetch(`${server.url}/__oms/${route}`, init);
  return { status: response.status, body: await response.json() };
};
const decision = { customerId: 'cst_1', endorsement: 'basic', status: 'ACTIVE' };

test.each<[string, object, string]>([
  ['clock', { advanceMs: 1, advanceS: 1 }, 'advanceS is not a field of this route; did you mean advanceMs?'],
  ['endorsements', { ...decision, after: 5 }, 'after is not a field of this route; did you mean afterMs?'],
  [
    'deliveries',
    { deliveryid: 'whd_1' },
    'deliveryid is not a field of this route; did you mean deliveryId?',
  ],
  ['webhooks', { reordr: true }, 'reordr is not a field of this route; did you mean reorder?'],
  ['faults', { kind: 'html', frist: 1 }, 'frist is not a field of this route; did you mean first?'],
  ['faults', { rule: 'html', nth: 1 }, 'nth is not a field of this route (known: rule).'],
  ['scenarios', { outcome: 'reject', reson: '' }, 'reson is not a field of a scenario; did you mean reason?'],
  ['dialect', { error: 'info' }, 'error is not a switch of a dialect; did you mean errors?'],
  ['scenarios', { rule: 'reject', nth: 1 }, 'nth is not a field of this route (known: rule).'],
  ['reset', { hard: true }, 'hard is not a field of this route, and there are none.'],
])('%s refuses a field it does not have: %j', async (route, body, message) => {
  expect(await post(route, body)).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', message: `This cannot be done: ${message}` },
  });
});

test('the route for webhooks sets how deliveries go out', async () => {
  const setDeliveryOptions = vi.spyOn(server.sandbox, 'setDeliveryOptions');
  onTestFinished(() => setDeliveryOptions.mockRestore());

  expect(await post('webhooks', { copies: 2 })).toEqual({ status: 200, body: { status: 'ok' } });
  expect(setDeliveryOptions).toHaveBeenCalledWith({ copies: 2, reorder: false }, undefined);
});

test('the route for the dialect changes and shows it', async () => {
  const changed = await post('dialect', { preset: 'v0.11', cursor: 'nextCursor' });
  const shown = await (await server.fetch(`${server.url}/__oms/dialect`)).json();
  const spec = await (await server.fetch(`${server.url}/__oms/spec`)).json();
  server.reset();

  expect(changed).toMatchObject({ status: 200, body: { errors: 'code', cursor: 'nextCursor' } });
  expect(shown).toEqual(changed.body);
  expect(spec.components.schemas.CustomerList.properties).toHaveProperty('nextCursor');
});

test('the route for scenarios adds, shows and removes rules', async () => {
  const text = await post('scenarios', { rule: 'reject; nth=1' });
  const object = await post('scenarios', { outcome: 'issues', match: { email: 'a@example.com' } });
  const listed = async () => (await server.fetch(`${server.url}/__oms/scenarios`)).json();

  expect([text.body, object.body]).toEqual(server.sandbox.scenarios.list());
  expect(await listed()).toEqual({ scenarios: [text.body, object.body] });
  expect(await post('scenarios', { id: text.body.id }, 'DELETE')).toMatchObject({ status: 200 });
  expect(await post('scenarios', { id: text.body.id }, 'DELETE')).toMatchObject({
    status: 404,
    body: { message: 'This cannot be done: There is no such scenario. GET /__oms/scenarios lists them.' },
  });
  expect(await listed()).toEqual({ scenarios: [object.body] });
  await post('scenarios', {}, 'DELETE');
  expect(await listed()).toEqual({ scenarios: [] });
});

test('an unknown field keeps a route from doing anything', async () => {
  await post('faults', { kind: 'html' });
  const { status } = await post('faults', { ide: 'flt_1' }, 'DELETE');

  expect([status, server.faults.list().length]).toEqual([400, 1]);
});

test.each([[[]], ['clock'], [7], [null]])('a body that is %j and no object is refused', async (body) => {
  expect(await post('clock', body)).toMatchObject({
    status: 400,
    body: { message: 'This cannot be done: the body must be an object.' },
  });
});

test.each<[string, object, string]>([
  ['clock', { advanceMs: -1 }, 'advanceMs must be a number of milliseconds from 0 to 1000000000000'],
  ['endorsements', { ...decision, customerId: 7 }, 'customerId must be the id of a customer'],
  ['endorsements', { ...decision, endorsement: 'x' }, 'endorsement must be one of basic, cryptoCustody, usd'],
  ['deliveries', {}, 'deliveryId must be the id of a delivery'],
  ['webhooks', { endpointId: 7 }, 'endpointId must be the id of a webhook endpoint, or left out for all'],
  ['webhooks', { copies: 0 }, 'copies must be a whole number from 1 to 100'],
])('%s refuses what its control cannot work with: %j', async (route, body, message) => {
  expect(await post(route, body)).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', message: `This cannot be done: ${message}.` },
  });
});

test('the reason of a review decision has to be a text', async () => {
  expect(await post('endorsements', { ...decision, reason: 7 })).toMatchObject({
    status: 400,
    body: { message: 'This cannot be done: reason must be a text.' },
  });
});

test.each(['sandbox', 'proxy'] as const)(
  'a body of more than 1 MB is answered with 413 in the mode %s',
  async (mode) => {
    const upstream = mode === 'proxy' ? { upstream: 'http://127.0.0.1:9' } : {};
    const large = await startMockServer({ mode, listen: false, ...upstream });
    const init = { method: 'POST', body: JSON.stringify({ rule: 'x'.repeat(1_048_576) }) };
    const response = await large.fetch(`${large.url}/__oms/faults`, init);

    expect([response.status, await response.json()]).toMatchObject([
      413,
      { code: 'payload_too_large', message: 'Admin routes take bodies of up to 1 MB.' },
    ]);
  },
);
