import type { Middleware } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { sandboxClient, uniqueName } from './connect.js';

const faults = ['reset-before', 'reset-after', 'reset-in-body', 'truncated-json', 'html', 'status=503'];

/** Three requests in ten meet a fault, in an order that is the same every time. */
function unreliably(): Middleware {
  let sent = 0;
  return (request, next) => {
    sent += 1;
    const fault = sent % 10 < 3 ? faults[sent % faults.length] : undefined;
    return next({ ...request, headers: { ...request.headers, ...(fault && { 'x-oms-fault': fault }) } });
  };
}

test('of a hundred creates over a bad line none is lost and none is doubled', async () => {
  const { oms } = sandboxClient({ middleware: [unreliably()], maxRetries: 6 });
  const names = Array.from({ length: 100 }, () => uniqueName('money'));

  const created = await Promise.all(
    names.map(async (externalId) => (await oms.customers.create({ type: 'individual', externalId })).id),
  );

  const { oms: reader } = sandboxClient();
  const found = await reader.customers.list({ limit: 100 }).toArray({ limit: 10_000 });
  const mine = found.filter(({ externalId }) => names.includes(externalId ?? ''));
  expect(mine.map(({ id }) => id).sort()).toEqual(created.sort());
});
