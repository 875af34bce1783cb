import { OmsClient } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls } from '../src/calls.js';
import { type StockPrism, startStockPrism } from '../src/stock-prism.js';

let prism: StockPrism;
let oms: OmsClient;
beforeAll(async () => {
  prism = await startStockPrism();
  oms = new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl: prism.url });
}, 60_000);
afterAll(() => prism[Symbol.asyncDispose]());

describe('against stock Prism', () => {
  test.each(Object.entries(calls))(
    '%s is accepted through its resource method',
    async (_id, { resource }) => {
      await resource(oms);
    },
  );

  test.each(Object.entries(calls))('%s is accepted through openapi-fetch', async (_id, { byPath }) => {
    const { response } = await byPath(openapiFetch(oms));
    expect({ ok: response.ok, violations: response.headers.get('sl-violations') }).toEqual({
      ok: true,
      violations: null,
    });
  });

  test('a broken request is refused', async () => {
    const body = { type: 'business' as never };
    const { response } = await openapiFetch(oms).POST('/customers', { body });
    expect(response.status).toBe(422);
  });
});
