import type { Middleware } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { sandboxClient, uniqueName } from './connect.js';

const faults = ['reset-before', 'reset-after', 'reset-in-body', 'truncated-json', 'html', 'status=503'];

/** Every third call goes well, every third meets a fault at first, and every third twice: half of all attempts. */
function unreliably(): Middleware {
  let calls = 0;
  const faultsLeft = new Map<unknown, number>();
  return (request, next, { attempt, idempotencyKey }) => {
    if (attempt === 1) faultsLeft.set(idempotencyKey, calls++ % 3);
    const isHit = attempt <= (faultsLeft.get(idempotencyKey) ?? 0);
    const header = isHit ? { 'x-oms-fault': faults[(calls + attempt) % faults.length] ?? '' } : {};
    return next({ ...request, headers: { ...request.headers, ...header } });
  };
}

test('of a hundred creates over a bad line none is lost and none is doubled', async () => {
  const { oms } = sandboxClient({ middleware: [unreliably()] });
  const names = Array.from({ length: 100 }, () => uniqueName('money'));

  const results = await Promise.all(
    names.map((externalId) => oms.customers.create({ type: 'individual', externalId }).withResponse()),
  );

  const created = results.map(({ data }) => data.id);
  const found = await sandboxClient().oms.customers.list({ limit: 100 }).toArray({ limit: 10_000 });
  const mine = found.filter(({ externalId }) => names.includes(externalId ?? ''));
  expect(mine.map(({ id }) => id).sort()).toEqual(created.sort());
  expect(results.flatMap(({ attempts }) => attempts)).toHaveLength(99);
});
