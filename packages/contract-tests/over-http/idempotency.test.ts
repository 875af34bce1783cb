import { expect, test } from 'vitest';
import { sandboxClient, uniqueName } from './connect.js';

test('a write that is repeated under its key is done once', async () => {
  const { oms } = sandboxClient();
  const externalId = uniqueName('usr');
  const options = { idempotencyKey: uniqueName('key') };
  const create = () => oms.customers.create({ type: 'individual', externalId }, options);

  const first = await create();
  const second = await create();

  expect(second).toEqual(first);
  expect((await oms.customers.list({ externalId })).data).toHaveLength(1);
});

test('ten writes at once under one key are one write', async () => {
  const { oms } = sandboxClient();
  const externalId = uniqueName('usr');
  const options = { idempotencyKey: uniqueName('key') };

  const customers = await Promise.all(
    Array.from({ length: 10 }, () => oms.customers.create({ type: 'individual', externalId }, options)),
  );

  expect(new Set(customers.map(({ id }) => id)).size).toBe(1);
  expect((await oms.customers.list({ externalId })).data).toHaveLength(1);
});
