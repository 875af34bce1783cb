import { expect, test } from 'vitest';
import { sandboxClient, uniqueName } from './connect.js';

test('a list is iterated page by page, each customer once', async () => {
  const { oms } = sandboxClient();
  const created: string[] = [];
  for (let number = 0; number < 8; number += 1) {
    const { id } = await oms.customers.create({ type: 'individual', externalId: uniqueName('list') });
    created.push(id);
  }
  const seen: string[] = [];

  for await (const { id } of oms.customers.list({ limit: 3 })) seen.push(id);

  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((id) => created.includes(id))).toEqual(created.reverse());
});

test('a list that fits on no page is empty', async () => {
  const { oms } = sandboxClient();

  expect(await oms.customers.list({ externalId: uniqueName('nobody') })).toMatchObject({ data: [] });
});
