import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';

const endpoints =
  'webhookEndpoints must be a list of { url, secret }, each with an http or https URL and a secret in visible ASCII';

test.each<[string, object, string]>([
  ['host', { host: '' }, 'host must be an address to listen on, such as 127.0.0.1'],
  ['port', { port: '4010' }, 'port must be a whole number from 0 to 65535'],
  ['port', { port: 65_536 }, 'port must be a whole number from 0 to 65535'],
  ['seed', { seed: Number.NaN }, 'seed must be a whole number'],
  ['now', { now: 5 }, 'now must be a function'],
  ['deliver', { deliver: 'http://localhost' }, 'deliver must be a function'],
  ['onViolation', { onViolation: true }, 'onViolation must be a function'],
  ['faults', { faults: 'latency=20' }, 'faults must be a list of rules'],
  ['webhookEndpoints', { webhookEndpoints: [{ url: 'localhost', secret: 's' }] }, endpoints],
  ['webhookEndpoints', { webhookEndpoints: [{ url: 'http://localhost' }] }, endpoints],
])('an unfit %s is refused by its name: %j', async (_, options, message) => {
  await expect(startMockServer({ listen: false, ...options })).rejects.toThrow(new TypeError(message));
});

test('options that are no object are refused', async () => {
  await expect(startMockServer('sandbox' as never)).rejects.toThrow('the options must be an object');
});
