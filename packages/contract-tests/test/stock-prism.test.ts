import { OmsClient } from '@oms-sdk/client';
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

  test.each(Object.entries(calls))('%s is accepted through the path client', async (_id, { raw }) => {
    const { ok, response } = await raw(oms);
    expect({ ok, violations: response.headers.get('sl-violations') }).toEqual({ ok: true, violations: null });
  });

  test('a broken request is refused', async () => {
    const body = { type: 'business' as never };
    const { ok, response } = await oms.raw.POST('/customers', { body });
    expect({ ok, status: response.status }).toEqual({ ok: false, status: 422 });
  });
});
