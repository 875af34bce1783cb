import type { CustomerCreateParams } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { readExample } from '../src/examples.js';
import { sandboxClient, uniqueName } from './connect.js';

const jane = readExample<CustomerCreateParams>('customer-create-jane');
const writeOnly = ['birthDate', 'residentialAddress', 'ipAddress', 'identifyingInformation'];

test('what can only be written comes back in no answer', async () => {
  const { oms } = sandboxClient();
  const externalId = uniqueName('usr');

  const created = await oms.customers.create({ ...jane, externalId });
  const answers = [
    created,
    await oms.customers.get(created.id),
    await oms.customers.update(created.id, { birthDate: '1988-08-08' }),
    ...(await oms.customers.list({ externalId })).data,
    await oms.customers.delete(created.id),
  ];

  expect(answers).toHaveLength(5);
  for (const answer of answers) {
    for (const name of writeOnly) expect(JSON.stringify(answer)).not.toContain(`"${name}":`);
    expect(JSON.stringify(answer)).not.toContain('1988-08-08');
  }
});

test('an error and a log line hold nothing of what was sent', async () => {
  const lines: string[] = [];
  const log = (message: string, ...details: unknown[]) => void lines.push(message, JSON.stringify(details));
  const logger = { debug: log, info: log, warn: log, error: log };
  const { oms } = sandboxClient({ logger });
  const marker = uniqueName('marker');

  const failure = await oms.customers
    .update('cst_unknown', { firstName: marker, birthDate: '1990-01-01' })
    .catch((error: unknown) => error);

  const shown = [...lines, String(failure), JSON.stringify(failure)].join('\n');
  expect(shown).toContain('404');
  expect(shown).not.toContain(marker);
  expect(shown).not.toContain('1990-01-01');
  expect(shown).not.toContain('example-api-secret');
});
