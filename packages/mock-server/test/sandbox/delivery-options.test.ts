import { describe, expect, test } from 'vitest';
import { alice, documents } from './observed-sandbox.js';
import { standaloneSandbox } from './standalone-sandbox.js';

interface Event {
  id: string;
  sequence: number;
  data: { id: string };
}

/** A sandbox that delivers to lists by URL, with an endpoint for each name. */
async function deliveringSandbox(
  names: readonly string[],
  options: Parameters<typeof standaloneSandbox>[0] = {},
) {
  const sent = new Map<string, Event[]>(names.map((name) => [name, []]));
  const { sandbox, send } = await standaloneSandbox({
    deliver: async (url, body) => {
      sent.get(new URL(url).hostname)?.push(JSON.parse(body));
      return 204;
    },
    ...options,
  });
  const ids: string[] = [];
  for (const name of names)
    ids.push(String((await send('POST', '/webhooks', { url: `https://${name}/` })).body['id']));
  const endorse = async () => {
    const { body } = await send('POST', '/customers', { ...alice, ...documents });
    sandbox.advance(1000);
    return body['id'];
  };
  return { sandbox, send, sent, ids, endorse };
}

describe('copies', () => {
  test('are sent under the same id although each was acknowledged', async () => {
    const { sandbox, sent, endorse } = await deliveringSandbox(['a'], { webhooks: { copies: 3 } });

    await endorse();
    await sandbox.delivered();

    const [first] = sent.get('a') ?? [];
    expect(sent.get('a')).toEqual([first, first, first]);
    expect(sandbox.deliveries()).toMatchObject([{ state: 'delivered', attempts: [204, 204, 204] }]);
  });

  test('can be asked for one endpoint alone', async () => {
    const { sandbox, sent, ids, endorse } = await deliveringSandbox(['a', 'b']);
    sandbox.setDeliveryOptions({ copies: 2 }, ids[1]);

    await endorse();
    await sandbox.delivered();

    expect([sent.get('a')?.length, sent.get('b')?.length]).toEqual([1, 2]);
  });

  test.each([0, 1.5, 101, Number.NaN])('cannot be %s', async (copies) => {
    const { sandbox } = await standaloneSandbox();

    expect(() => sandbox.setDeliveryOptions({ copies })).toThrow(TypeError);
  });
});

describe('reordering', () => {
  test('lets every second event overtake the one before', async () => {
    const { sandbox, sent, endorse } = await deliveringSandbox(['a'], { webhooks: { reorder: true } });

    const ids = [await endorse(), await endorse(), await endorse(), await endorse()];
    await sandbox.delivered();

    const order = sent.get('a')?.map(({ data }) => ids.indexOf(data.id));
    expect(order).toEqual([1, 0, 3, 2]);
  });

  test('sends an event that none overtakes a second late', async () => {
    const { sandbox, sent, endorse } = await deliveringSandbox(['a'], { webhooks: { reorder: true } });
    await endorse();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent.get('a')).toEqual([]);

    sandbox.advance(1000);
    await sandbox.delivered();

    expect(sent.get('a')).toHaveLength(1);
  });
});

test('options are not set for an unknown endpoint', async () => {
  const { sandbox } = await standaloneSandbox();

  expect(() => sandbox.setDeliveryOptions({ copies: 2 }, 'whk_unknown')).toThrow('no such webhook endpoint');
});

test('events about one customer are numbered', async () => {
  const { sandbox, send, sent } = await deliveringSandbox(['a']);
  const { body } = await send('POST', '/customers', alice);
  sandbox.advance(1000);

  await send('PATCH', `/customers/${body['id']}`, documents);
  sandbox.advance(1000);
  await sandbox.delivered();

  expect(sent.get('a')?.map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('an endpoint that takes long does not keep another one waiting', async () => {
  let release = (_: number) => undefined as unknown;
  const slow = new Promise<number>((resolve) => {
    release = resolve;
  });
  const got: string[] = [];
  const { sandbox, send } = await standaloneSandbox({
    deliver: async (url) => {
      const { hostname } = new URL(url);
      if (hostname === 'slow') return slow;
      got.push(hostname);
      return 204;
    },
  });
  for (const name of ['slow', 'fast']) await send('POST', '/webhooks', { url: `https://${name}/` });

  await send('POST', '/customers', { ...alice, ...documents });
  sandbox.advance(1000);
  await expect.poll(() => got).toEqual(['fast']);
  release(204);
  await sandbox.delivered();

  expect(sandbox.deliveries()).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
});

test('a delivery that is asked for again while it is sent is sent again', async () => {
  let attempts = 0;
  const { sandbox, send } = await standaloneSandbox({
    deliver: async () => {
      attempts += 1;
      if (attempts === 1) sandbox.redeliver(sandbox.deliveries()[0]?.id ?? '');
      return 204;
    },
  });
  await send('POST', '/webhooks', { url: 'https://app.example.com/' });

  await send('POST', '/customers', { ...alice, ...documents });
  sandbox.advance(1000);
  await sandbox.delivered();

  expect(attempts).toBe(2);
});

test('of the deliveries that are done, the latest 10,000 are remembered', async () => {
  const { sandbox, send } = await standaloneSandbox({ deliver: async () => 204 });
  const urls = Array.from({ length: 101 }, (_, index) => `https://app.example.com/${index}`);
  for (const url of urls) await send('POST', '/webhooks', { url });

  for (let index = 0; index < 100; index += 1) {
    await send('POST', '/customers', { ...alice, ...documents });
    sandbox.advance(1000);
    await sandbox.delivered();
  }

  expect(sandbox.deliveries()).toHaveLength(10_000);
});
