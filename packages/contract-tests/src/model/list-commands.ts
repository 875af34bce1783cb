import fc from 'fast-check';
import { listing, which } from './arbitraries.js';
import { command, expectProblem } from './command.js';
import { CustomerModel } from './customer-model.js';
import type { Model } from './model.js';
import { type RealSandbox, same } from './real-sandbox.js';

/** Reads every page of a list; fails unless together they hold these items, each once. */
export async function expectList(
  model: Model,
  real: RealSandbox,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
  wanted: readonly object[],
  afterFirstPage: () => Promise<void> = async () => undefined,
): Promise<void> {
  const limit = Number(query['limit'] ?? 50);
  let cursor: string | undefined;
  for (let start = 0; start === 0 || start < wanted.length; start += limit) {
    const given = Object.entries({ ...query, cursor }).filter(([, value]) => value !== undefined);
    const target = `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
    const { status, text } = await real.call(model, { method: 'GET', path: target });
    const { data, hasMore, ...rest } = JSON.parse(text);
    const next = rest[model.dialect.cursor ?? 'cursor'];
    same([status, data], [200, wanted.slice(start, start + limit)]);
    same([hasMore, typeof next], start + limit < wanted.length ? [true, 'string'] : [false, 'object']);
    if (start === 0) await afterFirstPage();
    cursor = next ?? undefined;
  }
}

/** A list of customers by any filters, while another one is created. */
export const listCustomers = command(
  'list customers',
  fc.record({ listing, grows: fc.boolean() }),
  async ({ listing: { after, before, ...filters }, grows }, model, real) => {
    const [older, younger] = [timeOf(model, after), timeOf(model, before)];
    const wanted = model.customers.filter(
      (customer) =>
        (filters.status === undefined || (filters.status === 'inactive') === customer.isInactive) &&
        (filters.email === undefined || customer.last('email') === filters.email) &&
        (filters.externalId === undefined || customer.last('externalId') === filters.externalId) &&
        (older === undefined || customer.createdAtMs >= older) &&
        (younger === undefined || customer.createdAtMs <= younger),
    );
    const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
    const query = { ...filters, createdAfter: iso(older), createdBefore: iso(younger) };
    const views = wanted.map((customer) => model.customerView(customer)).reverse();
    const grow = async () => (grows ? createAnother(model, real) : undefined);
    await expectList(model, real, '/customers', query, views, grow);
  },
);

/** The lists of wallets and of endpoints. */
export const listOthers = command(
  'list wallets and endpoints',
  fc.record({ which, limit: fc.constantFrom(1, 2, 100) }),
  async ({ which: number, limit }, model, real) => {
    const endpoints = model.endpoints.map((endpoint) => model.endpointView(endpoint)).reverse();
    await expectList(model, real, '/webhooks', { limit }, endpoints);
    const customer = model.pick(model.customers, number);
    const path = `/customers/${customer?.id ?? 'cst_none'}/wallets`;
    if (customer === undefined)
      return expectProblem(await real.call(model, { method: 'GET', path }), 404, 'not_found');
    const wallets = model.walletsOf(customer).map((wallet) => model.walletView(wallet));
    return expectList(model, real, path, { limit }, wallets);
  },
);

function timeOf(model: Model, number: number | undefined): number | undefined {
  return number === undefined ? undefined : model.pick(model.customers, number)?.createdAtMs;
}

async function createAnother(model: Model, real: RealSandbox): Promise<void> {
  const body = { type: 'individual' };
  const { text } = await real.call(model, { method: 'POST', path: '/customers', body });
  model.customers.push(
    new CustomerModel(model.take(JSON.parse(text).id, 'cst'), {}, model.nowMs, model.scenarios),
  );
}
