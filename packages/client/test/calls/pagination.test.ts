import {
  type Customer,
  type CustomerListParams,
  InvalidArgumentError,
  ResponseError,
  ServerError,
} from '@oms-sdk/client';
import { describe, expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

/** A client whose list has these pages; each page's cursor is its number. */
function listing(pages: readonly unknown[]) {
  return observedClient(({ url }) => {
    const cursor = new URL(url).searchParams.get('cursor');
    return json(pages[cursor === null ? 0 : Number(cursor)]);
  });
}

const page = (ids: readonly string[], rest: object) => ({ data: ids.map((id) => ({ id })), ...rest });
const threePages = [
  page(['a', 'b'], { hasMore: true, cursor: '1' }),
  page(['c', 'd'], { hasMore: true, cursor: '2' }),
  page(['e'], { hasMore: false, cursor: null }),
];

async function idsOf(list: AsyncIterable<Pick<Customer, 'id'>>): Promise<string> {
  const ids: string[] = [];
  for await (const { id } of list) ids.push(id);
  return ids.join('');
}

test('resolves to one page when it is awaited', async () => {
  const { client, requests } = listing(threePages);

  expect((await client.customers.list()).data).toHaveLength(2);
  expect(requests).toHaveLength(1);
});

test('yields the items of all pages when it is iterated, with the same filters', async () => {
  const { client, requests } = listing(threePages);

  expect(await idsOf(client.customers.list({ status: 'active', limit: 2 }))).toBe('abcde');
  expect(requests.map(({ path }) => path)).toEqual([
    '/customers?status=active&limit=2',
    '/customers?status=active&limit=2&cursor=1',
    '/customers?status=active&limit=2&cursor=2',
  ]);
});

test('keeps the filters it was called with when their object changes between pages', async () => {
  const { client, requests } = listing(threePages);
  const filters: CustomerListParams = { status: 'active' };
  const list = client.customers.list(filters);

  filters.status = 'inactive';
  await idsOf(list);

  expect(requests[2]?.path).toBe('/customers?status=active&cursor=2');
});

test.each([
  ['wallets', (client: ReturnType<typeof listing>['client']) => client.wallets.list('cst_1')],
  ['webhook endpoints', (client: ReturnType<typeof listing>['client']) => client.webhookEndpoints.list()],
])('%s are iterated in the same way', async (_case, list) => {
  expect(await idsOf(list(listing(threePages).client))).toBe('abcde');
});

test('yields page by page', async () => {
  const { client } = listing(threePages);
  const sizes: number[] = [];

  for await (const { data } of client.customers.list().pages()) sizes.push(data.length);

  expect(sizes).toEqual([2, 2, 1]);
});

test('fetches no page before it is needed', async () => {
  const { client, requests } = listing(threePages);

  for await (const { id } of client.customers.list()) if (id === 'b') break;

  expect(requests).toHaveLength(1);
});

test('can be iterated again', async () => {
  const list = listing(threePages).client.customers.list();

  expect([await idsOf(list), await idsOf(list)]).toEqual(['abcde', 'abcde']);
});

test.each([
  ['when hasMore is false although there is a cursor', [page(['a'], { hasMore: false, cursor: '0' })], 'a'],
  ['on an empty page', [page([], { hasMore: false })], ''],
])('ends %s', async (_case, pages, ids) => {
  expect(await idsOf(listing(pages).client.customers.list())).toBe(ids);
});

describe('rejects instead of looking complete, after the items it has,', () => {
  test.each([
    ['when the cursor is missing', [page(['a'], { hasMore: true })], 'a'],
    ['when the cursor is null', [page(['a'], { hasMore: true, cursor: null })], 'a'],
    ['when the cursor is empty', [page(['a'], { hasMore: true, cursor: '' })], 'a'],
    ['when the cursor is no text', [page(['a'], { hasMore: true, cursor: 1 })], 'a'],
    ['when the cursor is the one before', [page(['a'], { hasMore: true, cursor: '0' })], 'aa'],
    [
      'when an older cursor comes back',
      [page(['a'], { hasMore: true, cursor: '1' }), page(['b'], { hasMore: true, cursor: '0' })],
      'aba',
    ],
    ['when hasMore is missing', [page(['a'], { cursor: '0' })], 'a'],
    ['when hasMore is no boolean', [page(['a'], { hasMore: 'yes', cursor: '0' })], 'a'],
  ])('%s', async (_case, pages, ids) => {
    const seen: string[] = [];

    const error = await caught<ResponseError>(async () => {
      for await (const { id } of listing(pages).client.customers.list()) seen.push(id);
    });

    expect(error).toBeInstanceOf(ResponseError);
    expect(error.reason).toBe('pagination');
    expect(seen.join('')).toBe(ids);
  });

  test('when the cursor it began with comes back', async () => {
    const { client } = listing([[], page(['a'], { hasMore: true, cursor: '1' })]);

    const error = await caught(idsOf(client.customers.list({ cursor: '1' })));

    expect(error).toMatchObject({ name: 'ResponseError', reason: 'pagination' });
  });
});

describe('a position under the name nextCursor', () => {
  const pages = [
    page(['a'], { hasMore: true, nextCursor: '1' }),
    page(['b'], { hasMore: true, cursor: null, nextCursor: '2' }),
    page(['c'], { hasMore: false }),
  ];

  test('is followed', async () => {
    expect(await idsOf(listing(pages).client.customers.list())).toBe('abc');
  });

  test('is the cursor of a page', async () => {
    const { client } = listing(pages);

    expect((await client.customers.list()).cursor).toBe('1');
    expect((await client.customers.list().withResponse()).data.cursor).toBe('1');
  });
});

test('takes the cursor of the last page for the beginning', async () => {
  const { client, requests } = listing(threePages);

  await client.customers.list({ status: 'active', cursor: null });
  await client.wallets.list('cst_1', { cursor: null });
  await client.webhookEndpoints.list({ cursor: null });

  expect(requests.map(({ path }) => path)).toEqual([
    '/customers?status=active',
    '/customers/cst_1/wallets',
    '/webhooks',
  ]);
});

test('rejects with the error of the page that failed', async () => {
  const { client } = observedClient((_, index) => (index === 0 ? json(threePages[0]) : json({}, 503)));
  const seen: string[] = [];

  const error = await caught(async () => {
    for await (const { id } of client.customers.list()) seen.push(id);
  });

  expect(error).toBeInstanceOf(ServerError);
  expect(seen).toEqual(['a', 'b']);
});

test('rejects with a typed error when a page has no list', async () => {
  const { client } = observedClient(() => json({ hasMore: true, cursor: '1' }));

  const error = await caught<ResponseError>(idsOf(client.customers.list()));

  expect(error).toBeInstanceOf(ResponseError);
  expect(error.reason).toBe('not-a-page');
});

test.each([[[null]], [[{ id: 'a' }, 'b']], [[[]]]])(
  'rejects with a typed error when its items are %j',
  async (data) => {
    const { client } = observedClient(() => json({ data, hasMore: false }));

    const list = client.customers.list();

    for (const work of [list, list.withResponse(), idsOf(list), list.toArray({ limit: 1 })]) {
      expect(await caught(work)).toMatchObject({ name: 'ResponseError', reason: 'not-a-page' });
    }
  },
);

describe('toArray', () => {
  test('stops at the limit without fetching more', async () => {
    const { client, requests } = listing(threePages);

    const items = await client.customers.list().toArray({ limit: 3 });

    expect(items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(requests).toHaveLength(2);
  });

  test.each([undefined, {}, { limit: 0 }, { limit: Number.POSITIVE_INFINITY }])(
    'refuses %o',
    async (options) => {
      const { client } = listing(threePages);

      const error = await caught<InvalidArgumentError>(
        client.customers.list().toArray(options as { limit: number }),
      );

      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(error.argument).toBe('limit');
    },
  );
});

test('100,000 items need no more requests than pages and keep no page', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => `id-${index}`);
  const { client, requests } = observedClient(({ url }) => {
    const number = Number(new URL(url).searchParams.get('cursor') ?? 0);
    return json(page(ids, { hasMore: number < 999, cursor: String(number + 1) }));
  });
  let count = 0;

  for await (const _ of client.customers.list()) count += 1;

  expect(count).toBe(100_000);
  expect(requests).toHaveLength(1000);
});
