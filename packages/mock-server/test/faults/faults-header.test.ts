import { startMockServer } from '@oms-sdk/mock-server';
import { beforeEach, expect, test } from 'vitest';
import { ask } from '../ask.js';

const server = await startMockServer({ mode: 'mock', listen: false });
beforeEach(() => server.reset());
const askWith = (fault: string) => ask(server, 'GET /customers', { headers: { 'x-oms-fault': fault } });

test('the header x-oms-fault hits its own request alone', async () => {
  const [hit, spared] = [await askWith('status=503'), await ask(server, 'GET /customers')];

  expect([hit.status, spared.status]).toEqual([503, 200]);
  expect(server.requests.map(({ faults }) => faults)).toEqual([['status'], undefined]);
});

test('the header comes before the rules', async () => {
  server.faults.add('status=503');

  expect((await askWith('html')).status).toBe(502);
});

test('the header can break the connection', async () => {
  await expect(askWith('reset-before')).rejects.toThrow('fetch failed');
});

test.each([
  ['resets', 'Fault rule: kind must be one of latency'],
  ['status=503; first=1', 'Fault rule: first has no meaning in a header'],
  ['html; operation=any', 'Fault rule: operation has no meaning in a header'],
  ['duplicate-delivery', 'Fault rule: kind duplicate-delivery is about deliveries'],
])('answers 400 to the header "%s" and says why', async (fault, problem) => {
  const { status, body } = await askWith(fault);

  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 'invalid_request', message: expect.stringContaining(problem) });
});

test('a header that cannot be read carries nothing out', async () => {
  await askWith('resets');

  expect(server.requests).toEqual([]);
});
