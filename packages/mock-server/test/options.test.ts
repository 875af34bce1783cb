import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';

const endpoints =
  'webhookEndpoints must be a list of at most 1,000 { url, secret, events?, enabled? }, each with an http or https URL and a secret in visible ASCII';

test.each<[string, object, string]>([
  ['host', { host: '' }, 'host must be an address to listen on, such as 127.0.0.1'],
  ['port', { port: '4010' }, 'port must be a whole number from 0 to 65535'],
  ['port', { port: 65_536 }, 'port must be a whole number from 0 to 65535'],
  ['seed', { seed: Number.NaN }, 'seed must be a whole number'],
  ['now', { now: 5 }, 'now must be a function'],
  ['deliver', { deliver: 'http://localhost' }, 'deliver must be a function'],
  ['onViolation', { onViolation: true }, 'onViolation must be a function'],
  ['strict', { strict: 'false' }, 'strict must be true or false'],
  ['listen', { listen: 0 }, 'listen must be true or false'],
  ['report', { report: true }, 'report must be the path of a file'],
  [
    'state',
    { state: {} },
    'state must be the path of a file, or { from }, the path of one that is only read',
  ],
  [
    'upstreamTimeoutMs',
    { upstreamTimeoutMs: 0 },
    'upstreamTimeoutMs must be a whole number of milliseconds from 1 to 2147483647',
  ],
  ['faults', { faults: 'latency=20' }, 'faults must be a list of rules'],
  ['failOn', { failOn: 'notice' }, "failOn must be 'error' or 'warning'"],
  [
    'allow',
    { allow: 'event.unknown' },
    'allow must be a list of violation codes, such as request.body.undeclared-property',
  ],
  ['code', { allow: ['anything'] }, 'anything is not a violation code; `oms-mock explain` lists all'],
  [
    'code',
    { allow: ['event.unknwon'] },
    'event.unknwon is not a violation code; did you mean event.unknown?',
  ],
  ['webhookEndpoints', { webhookEndpoints: [{ url: 'localhost', secret: 's' }] }, endpoints],
  ['webhookEndpoints', { webhookEndpoints: [{ url: 'http://localhost' }] }, endpoints],
  [
    'webhookEndpoints',
    { webhookEndpoints: [{ url: 'http://localhost', secret: 's', colour: 'red' }] },
    endpoints,
  ],
  ['webhooks', { webhooks: 5 }, 'webhooks must be an object'],
  ['webhooks', { webhooks: { reorder: 'yes' } }, 'reorder must be true or false'],
])('an unfit %s is refused by its name: %j', async (_, options, message) => {
  await expect(startMockServer({ listen: false, ...options })).rejects.toThrow(new TypeError(message));
});

test.each<[object, string]>([
  [{ falts: [] }, 'falts is not an option of startMockServer; did you mean faults?'],
  [
    { webhookEndPoint: [] },
    'webhookEndPoint is not an option of startMockServer; did you mean webhookEndpoints?',
  ],
  [{ SEED: 7 }, 'SEED is not an option of startMockServer; did you mean seed?'],
  [{ webhooks: { copys: 2 } }, 'copys is not a delivery option; did you mean copies?'],
])(
  'an option there is not is refused by its name, with the nearest there is: %j',
  async (options, message) => {
    await expect(startMockServer({ listen: false, ...options })).rejects.toThrow(new TypeError(message));
  },
);

test('an unknown option without a value is as good as left out', async () => {
  const options: object = { listen: false, mode: 'mock', falts: undefined };

  await expect(startMockServer(options)).resolves.toMatchObject({ violations: [] });
});

test('options that are no object are refused', async () => {
  await expect(startMockServer('sandbox' as never)).rejects.toThrow('options must be an object');
});
