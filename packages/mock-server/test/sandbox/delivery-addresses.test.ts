import { expect, onTestFinished, test, vi } from 'vitest';
import { deliverToLoopbackOr } from '../../src/http/deliver.js';

/** What a server that knows one endpoint sends; each request gets the same status. */
function observedDeliver(status = 204) {
  const fetchOf = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response(null, { status }));
  onTestFinished(() => fetchOf.mockRestore());
  const deliver = deliverToLoopbackOr(['https://app.example.com/hooks', 'http://localhost:9/hooks']);
  const deliverTo = (url: string, isOfPage = false) =>
    deliver(url, '{}', {}, { signal: new AbortController().signal, isOfPage, endpointId: 'whk_1' });
  return { deliverTo, fetchOf };
}

test.each([
  'https://app.example.com/hooks',
  'http://localhost:3000/hooks',
  'http://127.0.0.1:3000/',
  'http://[::1]:3000/',
])('a delivery goes to %s', async (url) => {
  const { deliverTo, fetchOf } = observedDeliver();

  expect(await deliverTo(url)).toBe(204);
  expect(fetchOf.mock.calls.map(([asked]) => asked)).toEqual([url]);
});

test.each(['https://app.example.com/other', 'https://localhost.example.com/', 'http://203.0.113.1/'])(
  'no delivery goes to %s',
  async (url) => {
    const { deliverTo, fetchOf } = observedDeliver();

    await expect(deliverTo(url)).rejects.toThrow('not a loopback address');
    expect(fetchOf).not.toHaveBeenCalled();
  },
);

test('a delivery does not follow a redirect', async () => {
  const { deliverTo, fetchOf } = observedDeliver(302);

  expect(await deliverTo('http://localhost:3000/hooks')).toBe(302);
  expect(fetchOf.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' });
});

test('a loopback endpoint that a page registered is called only where the options name it', async () => {
  const { deliverTo, fetchOf } = observedDeliver();

  await expect(deliverTo('http://localhost:8080/admin', true)).rejects.toThrow('a page registered');
  expect(fetchOf).not.toHaveBeenCalled();
  expect(await deliverTo('http://localhost:9/hooks', true)).toBe(204);
});
