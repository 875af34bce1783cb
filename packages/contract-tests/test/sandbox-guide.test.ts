import { people } from '@oms-sdk/mock-server/people';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import { expect, test } from 'vitest';
import { tableAfter } from '../src/markdown-table.js';

const rows = tableAfter('docs/guides/scenarios.md', '## Scenarios');

/** What becomes of `usd` for a customer once its outcome is due. */
async function statusOf(fields: object, afterMs = 1000) {
  const sandbox = createSandbox();
  const send = async (method: string, path: string, body?: object) => {
    const headers = { authorization, 'idempotency-key': 'key', 'content-type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    return (await sandbox.fetch(`https://sandbox.example/v0.9${path}`, init)).json();
  };
  let authorization = '';
  const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example' };
  authorization = `Bearer ${(await send('POST', '/auth/token', credentials)).accessToken}`;
  const { id } = await send('POST', '/customers', { ...people.complete, ...fields });
  sandbox.advance(afterMs);
  const { endorsements } = await send('GET', `/customers/${id}`);
  return endorsements.find(({ type }: { type: string }) => type === 'usd').status;
}

test('the guide lists every scenario there is', () => {
  let message = '';
  try {
    createSandbox().scenarios.add('none');
  } catch (error) {
    message = (error as Error).message;
  }

  const names = rows.map(([name]) => name);
  expect(message.replace('outcome must be one of ', '').split(', ').sort()).toEqual(names.sort());
});

test.each(rows)('%s, which %s, is asked for by %s and by %s', async (name, words = '', email, lastName) => {
  const [status] = /[A-Z_]{6,}/.exec(words) ?? [];

  expect(status).toBeDefined();
  expect(await statusOf({ metadata: { omsSandbox: name } })).toBe(status);
  expect(await statusOf({ email })).toBe(status);
  expect(await statusOf({ lastName })).toBe(status);
  if (name === 'delay') expect(await statusOf({ email }, 10_000)).toBe('ACTIVE');
});

test('the guide lists every made-up person there is', () => {
  const listed = tableAfter('docs/guides/sandbox.md', '## Data to begin with').flatMap(([names = '']) =>
    names.split(', '),
  );

  expect(listed.sort()).toEqual(Object.keys(people).sort());
});
