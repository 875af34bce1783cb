import { expect, inject, test } from 'vitest';
import { sandboxClient } from './connect.js';

/** A `fetch` that counts the token exchanges that go through it. */
function countingFetch() {
  const counted = { exchanges: 0 };
  const fetchAndCount = (url: string, init: RequestInit) => {
    if (url.endsWith('/auth/token')) counted.exchanges += 1;
    return fetch(url, init);
  };
  return { counted, fetch: fetchAndCount };
}

test('fifty cold calls exchange one token', async () => {
  const { counted, fetch } = countingFetch();
  const { oms } = sandboxClient({ fetch });

  await Promise.all(Array.from({ length: 50 }, () => oms.customers.list({ limit: 1 })));

  expect(counted.exchanges).toBe(1);
});

test('a token the server forgot is exchanged once for fifty calls, and none of them fails', async () => {
  const { counted, fetch } = countingFetch();
  const { oms } = sandboxClient({ fetch });
  await oms.customers.list({ limit: 1 });
  await advanceClockByAnHour();

  await Promise.all(Array.from({ length: 50 }, () => oms.customers.list({ limit: 1 })));

  expect(counted.exchanges).toBe(2);
});

async function advanceClockByAnHour(): Promise<void> {
  const body = JSON.stringify({ advanceMs: 3_600_000 });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${inject('sandboxUrl')}/__oms/clock`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
}
